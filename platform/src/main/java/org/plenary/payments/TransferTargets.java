package org.plenary.payments;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * PORT: what bank transfers can be for, for the bound tenant; behind it is who sells. Everything that changes something joins the
 * caller's transaction.
 */
public interface TransferTargets {
    /** Of the codes that {@link CreditorReference references} are made of. */
    int CODE_LENGTH = 6;

    /**
     * @param code what people call it
     * @param payer who ordered it
     * @param state as badges know it
     * @param left still to be paid; nothing when it is paid, or is over
     */
    record Target(UUID subject, String code, String payer, String email, String state, Money total, Money left) {
        /** Whether it waits for money; templates call it. */
        public boolean isOpen() {
            return left.isPositive();
        }
    }

    List<Target> withCodes(Collection<String> codes);

    /** What waits for just this amount, or was ordered by somebody of this name; the likeliest first. */
    List<Target> likely(Money amount, String payer, int limit);

    /**
     * @param key the same key is the same money
     * @param proof what the bank calls it
     */
    record Arrived(UUID key, Money amount, String proof, DeskPayments.Cashier by) {}

    /**
     * What became of money.
     *
     * @param receipt null when none of it was taken
     * @param taken no more than was left to pay; the rest is to go back
     */
    record Taken(@Nullable UUID receipt, Money taken, boolean confirmed) {}

    /**
     * Takes money for a subject, as far as it is owed. All of it together makes it certain. What has expired is paid whole, and
     * only while its places are there.
     *
     * @throws org.plenary.kernel.Problem.NotFound without such a subject
     * @throws org.plenary.kernel.Problem.Conflict {@code other_currency}
     */
    Taken take(UUID subject, Arrived arrived);

    /** Takes the receipt back: the money was not for this subject. */
    void undo(UUID subject, UUID receipt, String reason, DeskPayments.Cashier by);
}
