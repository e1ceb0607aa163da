package org.plenary.registration.rush;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody stands.
 *
 * @param place names it; the cookie holds it
 * @param number given at once, in the order of coming; it stays
 * @param ahead how many come before
 * @param waiting how many wait altogether
 * @param waitSeconds until the turn, about; null when nobody can tell
 * @param ended whether the place that was asked for is used up, so that this is another one
 * @param until when the turn ends, of one who is inside
 * @param retrySeconds until the address may take the next number, of one who got none
 */
record Standing(
        State state,
        String place,
        long number,
        int group,
        long ahead,
        long waiting,
        @Nullable Long waitSeconds,
        Instant opensAt,
        boolean paused,
        boolean ended,
        @Nullable Instant until,
        long retrySeconds) {
    /** The group of those who are in none. */
    static final int EVERYBODY = 9;

    enum State {
        /** Before the opening: there is a number, and no order yet. */
        EARLY,
        WAITING,
        /** It is their turn. */
        ADMITTED,
        /** It is their turn, and an order of theirs is just being placed. */
        BUSY,
        /** Too many numbers were taken from this address. */
        LIMITED,
        /** There is no such place: its order was placed, its turn ended, or the room did. */
        GONE
    }

    /** As the script answers. */
    static Standing of(List<String> answer) {
        var state = State.valueOf(answer.getFirst());
        var wait = Long.parseLong(answer.get(6));
        var last = Long.parseLong(answer.get(10));
        var isInside = state == State.ADMITTED || state == State.BUSY;
        return new Standing(
                state,
                answer.get(1),
                Long.parseLong(answer.get(2)),
                Integer.parseInt(answer.get(3)),
                Long.parseLong(answer.get(4)),
                Long.parseLong(answer.get(5)),
                wait < 0 ? null : wait,
                Instant.ofEpochMilli(Long.parseLong(answer.get(7))),
                answer.get(8).equals("1"),
                answer.get(9).equals("1"),
                isInside ? Instant.ofEpochMilli(last) : null,
                state == State.LIMITED ? last : 0);
    }
}
