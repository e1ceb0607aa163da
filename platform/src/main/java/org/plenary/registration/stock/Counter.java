package org.plenary.registration.stock;

import org.jspecify.annotations.Nullable;

/**
 * What is counted of one key.
 *
 * @param capacity null for no limit
 * @param used held or sold
 * @param withheld of what is free, kept for the waiting list until it had its turn
 * @param waiting entries of the waiting list that want it
 */
record Counter(@Nullable Integer capacity, int used, int withheld, int waiting) {
    static final Counter NONE = new Counter(0, 0, 0, 0);

    private static int free(int capacity, int used) {
        return Math.max(0, capacity - used);
    }

    Counter take(int quantity) {
        return new Counter(capacity, used + quantity, withheld, waiting);
    }

    /** What the list takes comes out of what is kept for it first. */
    Counter takeInTurn(int quantity) {
        return new Counter(capacity, used + quantity, Math.max(0, withheld - quantity), waiting);
    }

    Counter free(int quantity) {
        return become(capacity, used - quantity);
    }

    /** Takes when positive, frees when negative. */
    Counter exchange(int change) {
        return change > 0 ? take(change) : free(-change);
    }

    Counter of(@Nullable Integer newCapacity) {
        return become(newCapacity, used);
    }

    /** Nothing is kept for a list on which nobody waits for it. */
    Counter waiting(int change) {
        var left = waiting + change;
        return new Counter(capacity, used, left == 0 ? 0 : withheld, left);
    }

    /** What becomes free while somebody waits is kept for them. */
    private Counter become(@Nullable Integer newCapacity, int newUsed) {
        if (waiting == 0 || newCapacity == null) return new Counter(newCapacity, newUsed, 0, waiting);
        var more = capacity == null ? 0 : Math.max(0, free(newCapacity, newUsed) - free(capacity, used));
        return new Counter(newCapacity, newUsed, Math.min(free(newCapacity, newUsed), withheld + more), waiting);
    }

    /** Whether those who wait may find more of it than before. */
    boolean concernsTheWaiting(Counter before) {
        return waiting > 0 && (withheld > before.withheld || capacity == null && before.capacity != null);
    }
}
