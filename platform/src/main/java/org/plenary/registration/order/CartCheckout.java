package org.plenary.registration.order;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Places orders for pages. */
@Component
class CartCheckout {
    private final Ordering ordering;
    private final PayingWays paying;
    private final WaitingCarts waiting;
    private final PageErrors pageErrors;
    private final Links links;

    CartCheckout(Ordering ordering, PayingWays paying, WaitingCarts waiting, PageErrors pageErrors, Links links) {
        this.ordering = ordering;
        this.paying = paying;
        this.waiting = waiting;
        this.pageErrors = pageErrors;
        this.links = links;
    }

    /** What the links say by which people come to register. */
    @Component
    record Links(Invited invited, Occasions occasions) {}

    Invited invited() {
        return links.invited();
    }

    Occasions occasions() {
        return links.occasions();
    }

    boolean takesMoney(ConferenceView conference) {
        return !paying.offered(conference).isEmpty();
    }

    Quote preview(ConferenceView conference, PlaceOrder cart, Locale locale) {
        return ordering.preview(conference, cart, locale);
    }

    /**
     * Everything that is wrong is told at once, not first what cannot be read and then what is missing.
     *
     * @throws Problem.InvalidInput when a value could not be read
     */
    void requireReadable(ConferenceView conference, PlaceOrder cart, Posted posted) {
        try {
            posted.throwIfWrong();
        } catch (Problem.InvalidInput unread) {
            var all = new ArrayList<>(unread.violations());
            all.addAll(ordering.violations(conference, cart));
            throw new Problem.InvalidInput(all);
        }
    }

    /** What is wrong with a form beside the files that were sent with it. */
    Map<String, String> wrong(ConferenceView conference, PlaceOrder cart, Posted posted, Locale locale) {
        try {
            requireReadable(conference, cart, posted);
            var violations = ordering.violations(conference, cart);
            return violations.isEmpty() ? Map.of() : errors(new Problem.InvalidInput(violations), locale);
        } catch (Problem.InvalidInput wrong) {
            return errors(wrong, locale);
        }
    }

    Map<String, String> errors(Problem problem, Locale locale) {
        return pageErrors.of(problem, locale);
    }

    /** A form that makes another wish of somebody on the waiting list. */
    MultiValueMap<String, String> alternative(ConferenceView conference, String entry, @Nullable String secret) {
        var contact = waiting.contact(conference, new WaitingCarts.Alternative(entry, secret))
                .orElseThrow(() -> new Problem.NotFound("This place on the waiting list"));
        var values = BillingForm.of(contact).values();
        values.set("alternative", entry);
        values.set("secret", secret);
        values.set("contact.name", contact.name());
        values.set("contact.email", contact.email());
        values.set("contact.country", contact.country());
        values.set("contact.vat_id", contact.vatId());
        return values;
    }

    String wait(ConferenceView conference, PlaceOrder cart, Posted posted) {
        var to = posted.has("alternative")
                ? new WaitingCarts.Alternative(posted.get("alternative"), posted.get("secret"))
                : null;
        return waiting.wait(conference, cart, to);
    }

    /** Puts what is to be added to an order on the waiting list. */
    String waitLater(ConferenceView conference, PlaceOrder cart, OrderRow to) {
        return waiting.waitLater(conference, cart, to.id());
    }

    /** Where the browser goes on: to the payment page, or to the order's when nothing is to be paid, or cannot be now. */
    String placeAndPay(ConferenceView conference, PlaceOrder cart) {
        return pay(conference, ordering.place(conference, cart), cart.payBy());
    }

    List<Choice> waysToPay(ConferenceView conference, Locale locale) {
        return paying.choices(conference, locale);
    }

    String pay(ConferenceView conference, Ordering.Placed placed) {
        return pay(conference, placed, null);
    }

    private String pay(ConferenceView conference, Ordering.Placed placed, @Nullable String payBy) {
        var order = "/c/" + conference.slug() + "/orders/" + placed.code() + "?secret=" + placed.secret();
        if (!placed.payable()) return order;
        try {
            return paying.start(conference, placed, payBy).map(URI::toString).orElse(order);
        } catch (Problem.Unavailable e) {
            return order;
        }
    }
}
