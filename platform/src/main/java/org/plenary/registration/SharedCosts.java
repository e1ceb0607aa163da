package org.plenary.registration;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;

/**
 * Lets somebody else pay a part of what an order costs: by an order of their own, with an invoice of their own. The first order stays as
 * it is until that one is paid; then its lines become less by as much, and that goes back for it, in one commit.
 */
public interface SharedCosts {
    /** Who pays a part. @param country ISO 3166-1 alpha-2 */
    record Payer(String name, String email, String country, Locale locale) {}

    /** @param secret opens the order; it is told this once */
    record Placed(UUID order, String code, String secret) {}

    /**
     * As {@link #lock}, before a part of these lines is promised to somebody.
     *
     * @throws Problem.Conflict {@code order_ended} when it is not confirmed, {@code change_pending} while a change of these lines waits
     */
    void guard(UUID order, Collection<UUID> lines);

    /** Waits for whoever else changes the order, to the end of the caller's transaction. */
    void lock(UUID order);

    /** An order over a part, in the caller's transaction; it uses up nothing. @param until when it is to be paid */
    Placed place(ConferenceView conference, Payer payer, List<Sellable.Quoted> parts, Instant until);

    /** Where it is paid. Talks to the provider, so it holds no transaction. @throws Problem.Unavailable when it cannot be paid now */
    URI pay(ConferenceView conference, UUID order);

    /**
     * Puts what is left in the place of lines, in the caller's transaction; all of the difference goes back.
     *
     * @param part of the seller, as {@link Sellable#part}; @param line that the rest comes in the place of
     * @return false when that cannot be any more, and nothing is done: the order or a line has ended, changes, or is not paid that much
     */
    boolean move(UUID order, String part, UUID line, Sellable.Exchange rest);

    /** Ends the order over a part that nobody has paid. Talks to the provider, so it holds no transaction. @return false when it is paid */
    boolean end(UUID order);

    /** Cancels the order over a part that is paid, by its policy; what is cancelled already stays so. @return what goes back */
    Money cancel(UUID order);

    /** SPI: what becomes true with the confirmation of an order, in its transaction. */
    interface Following {
        void confirmed(UUID order);
    }
}
