package org.plenary.registration.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Secrets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders of people on the waiting list: checked when they are wished for, and placed when their turn has come. */
@Component
public class TurnOrdering {
    private final Quoting quoting;
    private final Writing writing;
    private final Places places;
    private final Ordering.Next next;
    private final Additions additions;

    TurnOrdering(Quoting quoting, Writing writing, Places places, Ordering.Next next, Additions additions) {
        this.quoting = quoting;
        this.writing = writing;
        this.places = places;
        this.next = next;
        this.additions = additions;
    }

    @Component
    record Writing(Orders orders, HoldTimes holds) {}

    /**
     * How an order is placed for somebody whose turn it is.
     *
     * @param until the hold; a free order too is confirmed only when its buyer says so
     * @param pricedOn the day whose prices count; null for today
     * @param promised what it cost on that day, for prices may have been edited since; empty when nobody noted it
     * @param waited all keys of the stock that they waited for
     * @param invitation that the cart came with, as {@link #invitation} tells it; null for none
     * @param addedTo the order by which they are registered; null for a new one
     */
    public record InTurn(
            Instant until,
            @Nullable LocalDate pricedOn,
            List<KeptPrice> promised,
            Collection<String> waited,
            @Nullable UUID invitation,
            @Nullable UUID addedTo) {}

    /** As {@link Ordering#place}, with what is kept for the waiting list. */
    @Transactional
    public Ordering.Placed place(ConferenceView conference, PlaceOrder cart, InTurn turn) {
        Ordering.requireOpen(conference);
        quoting.guard(conference);
        var fees = additions.registered(conference, turn.addedTo());
        var locale = Ordering.checkContact(conference, cart, l -> quote(conference, cart, l, null, fees));
        var quote = turn.pricedOn() == null
                ? quote(conference, cart, locale, null, fees)
                : quote(conference, cart, locale, turn.pricedOn(), fees).keeping(turn.promised());
        var id = Ids.next();
        var secret = Ids.secret();
        var hold = writing.holds().until(turn.until());
        var contact = Ordering.contactOf(cart);
        var code = writing.orders().insert(id, conference.id(), contact, locale, quote, Secrets.hash(secret), hold);
        if (turn.addedTo() != null) additions.hang(id, turn.addedTo());
        if (turn.pricedOn() != null) writing.orders().keepPrice(id);
        places.reserve(id, quote);
        next.occasions().placed(conference, id, cart.occasion());
        next.written().events().placed(id);
        // a cart that an earlier version kept has its token still
        if (turn.invitation() == null) next.inviting().use(conference, id, quote, cart.invitation());
        else next.inviting().use(conference, id, quote, turn.invitation());
        var isAwaited = next.written().approvals().ask(conference, id, quote);
        next.written().events().held(quote);
        var shortages = places.takeInTurn(conference.id(), quote, turn.waited());
        if (!shortages.isEmpty()) throw Ordering.soldOut(quote, shortages);
        return new Ordering.Placed(id, code, secret, false, !isAwaited);
    }

    /**
     * Checks a cart as {@link #place} does; takes nothing.
     *
     * @param pricedOn the day whose prices count; null for today
     * @param addedTo as in {@link InTurn}
     */
    @Transactional(readOnly = true)
    public Quote check(
            ConferenceView conference, PlaceOrder cart, @Nullable LocalDate pricedOn, @Nullable UUID addedTo) {
        Ordering.requireOpen(conference);
        next.requirePublished(conference);
        var fees = additions.registered(conference, addedTo);
        var locale = Ordering.checkContact(conference, cart, l -> quote(conference, cart, l, null, fees));
        var quote = quote(conference, cart, locale, pricedOn, fees);
        next.inviting().check(conference, quote, cart.invitation());
        return quote;
    }

    /** Carts that the same people would take as well: with rooms that are kept for them in the place of rooms for everybody. */
    @Transactional(readOnly = true)
    public List<PlaceOrder> alternatives(ConferenceView conference, PlaceOrder cart, @Nullable UUID addedTo) {
        return quoting.alternatives(conference, cart, fees(conference, cart, addedTo));
    }

    /** A cart as it can be had by now, with its price. */
    public record FallenBack(PlaceOrder cart, Quote quote) {}

    /**
     * What people who wait get in the place of what was kept for them and is closed; empty when nothing of the cart is. Invited they were
     * when they began to wait.
     *
     * @param pricedOn the day whose prices count; null for today
     * @param addedTo as in {@link InTurn}
     */
    @Transactional(readOnly = true)
    public Optional<FallenBack> fallBack(
            ConferenceView conference, PlaceOrder cart, @Nullable LocalDate pricedOn, @Nullable UUID addedTo) {
        var registered = additions.registered(conference, addedTo);
        return quoting.fallBack(conference, cart, fees(conference, cart, addedTo))
                .map(now -> {
                    var locale =
                            Ordering.checkContact(conference, now, l -> quote(conference, now, l, null, registered));
                    return new FallenBack(now, quote(conference, now, locale, pricedOn, registered));
                });
    }

    private Set<String> fees(ConferenceView conference, PlaceOrder cart, @Nullable UUID addedTo) {
        var fees = new HashSet<>(additions.registered(conference, addedTo));
        fees.addAll(quoting.fees(conference, cart));
        return fees;
    }

    /** The invitation that a cart comes with, for one that is kept: its token is not to be. */
    public @Nullable UUID invitation(ConferenceView conference, PlaceOrder cart) {
        return next.inviting().reference(conference, cart.invitation());
    }

    private Quote quote(
            ConferenceView conference, PlaceOrder cart, Locale locale, @Nullable LocalDate pricedOn, Set<String> fees) {
        return quoting.quoteLater(conference, cart, locale, pricedOn, fees);
    }
}
