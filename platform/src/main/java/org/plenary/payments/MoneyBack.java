package org.plenary.payments;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;

/** PORT: how the refunds of many subjects get on, told together. Refunds are named by what their keys begin with. */
public interface MoneyBack {
    /** How money came in, and goes back. */
    enum Way {
        CARD,
        CASH,
        CARD_TERMINAL,
        BANK_TRANSFER
    }

    enum State {
        /** Asked for, or to be handed out by hand. */
        WAITING,
        BACK,
        /** The provider will not do it. */
        FAILED
    }

    /** What came in and has not gone back. */
    record Held(Way way, int payments, Money amount) {}

    record Sum(Way way, State state, int refunds, Money amount) {}

    /** @param reference of its subject; @param why as the provider said it */
    record Failed(UUID id, String reference, Money amount, String why) {}

    /** What is held of some subjects, at most some thousand, by way and currency. */
    List<Held> held(Collection<UUID> subjects);

    List<Sum> sums(String keys);

    List<Failed> failed(String keys, int limit);

    /**
     * Asks again for those that failed, each by a new refund with a key of its own, as far as the money is still there.
     *
     * @return how many
     */
    int again(String keys, int limit);
}
