package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.registration.Sellable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has the sellers price their parts of a cart, in the currency of the cart. */
@Component
class QuotedParts {
    private static final int MAXIMUM_WISHES = 20;

    private final ObjectProvider<Sellable> sellers;

    QuotedParts(ObjectProvider<Sellable> sellers) {
        this.sellers = sellers;
    }

    /** @param isPreview whether what is no longer sold is only left out */
    List<Quote.Reservation> of(Sellable.Buying buying, PlaceOrder cart, Violations found, boolean isPreview) {
        var byPart = sellers.orderedStream().collect(Collectors.toMap(Sellable::part, seller -> seller));
        var reservations = new ArrayList<Quote.Reservation>();
        cart.parts().forEach((part, wishes) -> {
            var seller = byPart.get(part);
            if (!wishes.isArray() || wishes.size() > MAXIMUM_WISHES) {
                found.add("/" + part, wishes.isArray() ? "too_many" : "type", "A list of at most 20.");
            } else if (!wishes.isEmpty() && seller == null) {
                found.add("/" + part, "not_offered", "This is not sold here.");
            } else if (!wishes.isEmpty() && seller != null) {
                try {
                    reservations.add(new Quote.Reservation(seller, seller.quote(buying, wishes)));
                } catch (Problem.InvalidInput wrong) {
                    wrong.violations().forEach(v -> found.add(v.pointer(), v.code(), v.detail(), v.details()));
                } catch (Problem.Conflict closed) {
                    // What is no longer sold has no price; the page shows the rest of the cart all the same.
                    if (!isPreview) throw closed;
                }
            }
        });
        return reservations;
    }

    /** Carts with one part in which the seller has something as good for people with these fees. */
    List<PlaceOrder> alternatives(ConferenceView conference, PlaceOrder cart, Set<String> fees) {
        var others = new ArrayList<PlaceOrder>();
        cart.parts()
                .forEach((part, wishes) -> sellers.orderedStream()
                        .filter(seller -> seller.part().equals(part))
                        .flatMap(seller -> seller.alternatives(conference, fees, wishes).stream())
                        .forEach(other -> others.add(cart.with(part, other))));
        return others;
    }

    /** The cart with what everybody can have in the place of what was kept and is closed; empty when that changes nothing. */
    Optional<PlaceOrder> fallBack(ConferenceView conference, PlaceOrder cart, Set<String> fees) {
        var now = cart;
        for (var seller : sellers.orderedStream().toList()) {
            var wishes = cart.parts().get(seller.part());
            if (wishes == null) continue;
            var other = seller.fallBack(conference, fees, wishes);
            if (other.isPresent()) now = now.with(seller.part(), other.get());
        }
        return now.equals(cart) ? Optional.empty() : Optional.of(now);
    }

    /** The lines of what is reserved. */
    static List<Quote.Line> lines(List<Quote.Reservation> reservations) {
        var lines = new ArrayList<Quote.Line>();
        for (var part : reservations) {
            var kind = LineKind.of(part.seller());
            part.quoted().forEach(each -> lines.add(Quote.Line.of(kind, each)));
        }
        return lines;
    }
}
