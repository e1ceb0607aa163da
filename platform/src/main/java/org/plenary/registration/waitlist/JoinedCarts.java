package org.plenary.registration.waitlist;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.registration.order.Contact;
import org.plenary.registration.order.PlaceOrder;
import org.plenary.registration.order.WaitingCarts;
import org.springframework.stereotype.Component;

/** Takes the carts of the registration page. Its inputs are named as an order's, without the number of the cart. */
@Component
class JoinedCarts implements WaitingCarts {
    private static final String CART = "/carts/0";

    private final Joining joining;
    private final EntryQueries queries;

    JoinedCarts(Joining joining, EntryQueries queries) {
        this.joining = joining;
        this.queries = queries;
    }

    @Override
    public String waitLater(ConferenceView conference, PlaceOrder cart, UUID to) {
        try {
            return joined(conference, cart, to);
        } catch (Problem.InvalidInput e) {
            throw new Problem.InvalidInput(withoutCart(e.violations()));
        } catch (Problem.Conflict e) {
            throw new Problem.Conflict(e.code(), e.detail(), withoutCart(e.violations()));
        }
    }

    private String joined(ConferenceView conference, PlaceOrder cart, @Nullable UUID to) {
        var command = new JoinList(cart.contact(), List.of(cart), cart.locale());
        var joined = joining.join(conference, command, to);
        var base = "/c/" + conference.slug() + "/waiting-list";
        return joined.isNew() ? base + "/" + joined.entry() + "?secret=" + joined.secret() : base + "/already-waiting";
    }

    @Override
    public String wait(ConferenceView conference, PlaceOrder cart, @Nullable Alternative to) {
        try {
            if (to == null) return joined(conference, cart, null);
            var entry = queries.open(conference.id(), to.entry(), to.secret(), false);
            joining.wishAlso(conference, entry.id(), cart);
            return "/c/" + conference.slug() + "/waiting-list/" + entry.id() + "?secret=" + to.secret();
        } catch (Problem.InvalidInput e) {
            throw new Problem.InvalidInput(withoutCart(e.violations()));
        } catch (Problem.Conflict e) {
            throw new Problem.Conflict(e.code(), e.detail(), withoutCart(e.violations()));
        }
    }

    @Override
    public Optional<Contact> contact(ConferenceView conference, Alternative of) {
        return Optional.of(queries.open(conference.id(), of.entry(), of.secret(), false))
                .filter(Entry::mayHaveAnotherWish)
                .map(Entry::buyer);
    }

    private static List<Violation> withoutCart(List<Violation> violations) {
        return violations.stream()
                .map(v -> v.pointer().startsWith(CART)
                        ? new Violation(v.pointer().substring(CART.length()), v.code(), v.detail(), v.details())
                        : v)
                .toList();
    }
}
