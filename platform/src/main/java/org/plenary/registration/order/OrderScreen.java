package org.plenary.registration.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.CartPart;
import org.plenary.registration.OrderPart;
import org.plenary.registration.policy.Policies;
import org.plenary.registration.policy.Policy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/** Prepares what the buyer's page offers besides what it shows. */
@Component
class OrderScreen {
    private final OrderChanges changes;
    private final ChangeRights rights;
    private final Cancellations cancellations;
    private final Terms terms;
    private final More more;

    OrderScreen(OrderChanges changes, ChangeRights rights, Cancellations cancellations, Terms terms, More more) {
        this.changes = changes;
        this.rights = rights;
        this.cancellations = cancellations;
        this.terms = terms;
        this.more = more;
    }

    /** What the organizer lets people do, and said to them. */
    @Component
    record Terms(Policies policies, Approvals approvals, TransferScreen transfers, Balances balances) {}

    /** What can be ordered later, and what was. */
    @Component
    record More(Additions additions, CartView cartView, ObjectProvider<OrderPart> parts) {
        /** What the modules above show of their things in the order. */
        List<CartPart.Drawn> drawn(ConferenceView conference, OrderRow order, @Nullable String secret, Locale locale) {
            if (secret == null) return List.of();
            var opened = OpenedOrders.opened(order);
            return parts.stream()
                    .sorted(Comparator.comparingInt(OrderPart::order))
                    .flatMap(part -> Stream.ofNullable(part.draw(conference, opened, secret, locale)))
                    .toList();
        }

        boolean mayAdd(ConferenceView conference, OrderRow order, Locale locale) {
            return order.status() == OrderStatus.CONFIRMED
                    && conference.isOpen()
                    && !cartView.drawn(conference, new LinkedMultiValueMap<>(), locale)
                            .isEmpty();
        }

        /** The orders that belong together with this one. */
        List<Additions.Added> others(OrderRow order) {
            var first = order.addedTo() == null ? Optional.<Additions.Added>empty() : additions.firstOf(order.id());
            var all = new ArrayList<Additions.Added>();
            first.ifPresent(all::add);
            all.addAll(additions.of(first.map(Additions.Added::id).orElse(order.id())));
            all.removeIf(other -> other.id().equals(order.id()));
            return all;
        }
    }

    /** @param fee its name, as it was ordered */
    record Person(
            UUID id,
            String name,
            String email,
            @Nullable String fee,
            @Nullable String ticket,
            boolean cancelled,
            boolean mayEdit,
            boolean mayTransfer) {}

    /** @param editUntil the last day for changes; null when none may be made any more; @param message of who rejected it */
    record Offer(
            List<Person> persons,
            @Nullable LocalDate editUntil,
            boolean mayWithdraw,
            List<Policy.Step> refunds,
            boolean mayAdd,
            List<Additions.Added> others,
            @Nullable String message) {
        /** Whether every delegate's place was given up, and only other things are left; templates call it. */
        public boolean nobodyIsLeft() {
            return !persons.isEmpty() && persons.stream().allMatch(Person::cancelled);
        }
    }

    /** The change that waits for its payment; null when none does. */
    @Nullable
    OrderChange waiting(OrderRow order) {
        return changes.pending(order.id()).orElse(null);
    }

    /** Whether something is open of an order that is certain. */
    boolean owes(OrderRow order) {
        return order.status() == OrderStatus.CONFIRMED
                && terms.balances().of(order).filter(Balance::owes).isPresent();
    }

    TransferScreen.Offer paying(ConferenceView conference, OrderRow order) {
        return terms.transfers().of(conference, order);
    }

    List<CartPart.Drawn> parts(ConferenceView conference, OrderRow order, @Nullable String secret, Locale locale) {
        return more.drawn(conference, order, secret, locale);
    }

    Offer of(ConferenceView conference, OrderRow order, OrderView view, Locale locale) {
        var policy = terms.policies().of(conference.id());
        var isFree = waiting(order) == null;
        var mayEdit = isFree && rights.mayEdit(conference, order);
        var mayTransfer = isFree && rights.mayTransfer(conference, order);
        var persons = persons(view, mayEdit, mayTransfer);
        return new Offer(
                persons,
                persons.stream().anyMatch(Person::mayEdit) ? policy.lastDayToEdit(conference) : null,
                cancellations.mayWithdraw(conference, order),
                policy.steps(conference),
                more.mayAdd(conference, order, locale),
                more.others(order),
                terms.approvals()
                        .find(order.id())
                        .map(Approvals.Approval::message)
                        .orElse(null));
    }

    private static List<Person> persons(OrderView view, boolean mayEdit, boolean mayTransfer) {
        return view.named().stream()
                .map(delegate -> {
                    var isLive = delegate.status().equals("confirmed")
                            || delegate.status().equals("pending");
                    var fee = view.lines().stream()
                            .filter(line -> line.kind().equals("fee")
                                    && !line.replaced()
                                    && delegate.id().equals(line.delegate()))
                            .map(OrderView.Line::description)
                            .findFirst()
                            .orElse(null);
                    return new Person(
                            delegate.id(),
                            delegate.name(),
                            delegate.email(),
                            fee,
                            delegate.isValid() ? delegate.ticket() : null,
                            delegate.status().equals("cancelled"),
                            isLive && mayEdit,
                            isLive && mayTransfer);
                })
                .toList();
    }
}
