package org.plenary.registration.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.AnswerRules;
import org.plenary.forms.Form;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;
import org.plenary.registration.Sellable;
import org.plenary.registration.order.PlaceOrder.DelegateWish;
import org.plenary.registration.order.Quote.Line;
import org.plenary.registration.order.Quote.NewDelegate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks and prices carts. Every price comes from here; what a buyer sends is only what is wished. */
@Component
class Quoting {
    static final int MAXIMUM_DELEGATES = 50;
    private static final int MAXIMUM_CODE = 200;

    private final Tariffs tariffs;
    private final Forms forms;
    private final AnswerRules answerRules;
    private final QuotedParts parts;
    private final Gifts gifts;

    Quoting(Tariffs tariffs, Forms forms, AnswerRules answerRules, QuotedParts parts, Gifts gifts) {
        this.tariffs = tariffs;
        this.forms = forms;
        this.answerRules = answerRules;
        this.parts = parts;
        this.gifts = gifts;
    }

    /** @throws Problem.InvalidInput naming everything that is wrong in the whole cart */
    @Transactional(readOnly = true)
    public Quote quote(ConferenceView conference, PlaceOrder cart, Locale locale) {
        return quote(conference, cart, locale, today(conference));
    }

    /** @param pricedOn the day whose prices count */
    @Transactional(readOnly = true)
    public Quote quote(ConferenceView conference, PlaceOrder cart, Locale locale, LocalDate pricedOn) {
        return quote(conference, cart, locale, pricedOn, false, Set.of());
    }

    /** As {@link #quote(ConferenceView, PlaceOrder, Locale)}, for people who are registered. @param fees that they have */
    Quote quoteLater(ConferenceView conference, PlaceOrder cart, Locale locale, Set<String> fees) {
        return quoteLater(conference, cart, locale, null, fees);
    }

    /** @param pricedOn the day whose prices count; null for today */
    Quote quoteLater(
            ConferenceView conference, PlaceOrder cart, Locale locale, @Nullable LocalDate pricedOn, Set<String> fees) {
        var day = pricedOn == null ? today(conference) : pricedOn;
        return quote(conference, cart, locale, day, false, fees);
    }

    /** The fees of a cart, with their categories. */
    Set<String> fees(ConferenceView conference, PlaceOrder cart) {
        var known = tariffs.fees(conference);
        var fees = new HashSet<String>();
        for (var delegate : cart.delegates()) {
            var fee = delegate.fee() == null ? null : known.get(delegate.fee());
            if (fee != null) fees.addAll(fee.groups());
        }
        return fees;
    }

    /** Carts that people with these fees would take as well. */
    List<PlaceOrder> alternatives(ConferenceView conference, PlaceOrder cart, Set<String> fees) {
        return parts.alternatives(conference, cart, fees);
    }

    /** As {@link QuotedParts#fallBack}. */
    Optional<PlaceOrder> fallBack(ConferenceView conference, PlaceOrder cart, Set<String> fees) {
        return parts.fallBack(conference, cart, fees);
    }

    /** As {@link #quote(ConferenceView, PlaceOrder, Locale)}, with what is asked of staff only and after the cut-off too. */
    @Transactional(readOnly = true)
    public Quote quoteForStaff(ConferenceView conference, PlaceOrder cart, Locale locale) {
        return quote(conference, cart, locale, today(conference), true, Set.of());
    }

    private Quote quote(
            ConferenceView conference,
            PlaceOrder cart,
            Locale locale,
            LocalDate pricedOn,
            boolean byStaff,
            Set<String> fees) {
        var found = new Violations();
        found.check(cart.delegates().size() <= MAXIMUM_DELEGATES, "/delegates", "too_many", "At most 50 delegates.");
        found.optionalText("/code", cart.code(), MAXIMUM_CODE);
        found.throwIfAny();
        var draft = new Draft(tariffs.in(conference, cart.currency()), cart, locale, found, false, pricedOn, byStaff);
        draft.categories.addAll(fees);
        var quote = draft.quote();
        found.throwIfAny();
        draft.tariff.requireOpen();
        return quote;
    }

    /** For a cart that is going to be held: who shares places with whom stays as it is until the end of the transaction. */
    void guard(ConferenceView conference) {
        tariffs.guard(conference);
    }

    /**
     * The price of what can be priced in a cart that is not finished yet. In no transaction of its own: a seller that refuses a
     * wish would take it down with it.
     */
    public Quote preview(ConferenceView conference, PlaceOrder cart, Locale locale, boolean byStaff) {
        return preview(conference, cart, locale, byStaff, Set.of());
    }

    /** @param fees of those who are registered already */
    Quote preview(ConferenceView conference, PlaceOrder cart, Locale locale, boolean byStaff, Set<String> fees) {
        var found = new Violations();
        var draft = new Draft(inOrMain(conference, cart), cart, locale, found, true, today(conference), byStaff);
        draft.categories.addAll(fees);
        var quote = draft.quote();
        var ofCode = found.list().stream()
                .filter(violation -> violation.pointer().equals("/code"))
                .map(Violation::code)
                .toList();
        return quote.remarking(ofCode);
    }

    /** A currency that is not offered has no prices to show. */
    private ConferenceView inOrMain(ConferenceView conference, PlaceOrder cart) {
        try {
            return tariffs.in(conference, cart.currency());
        } catch (Problem.InvalidInput wrong) {
            return conference;
        }
    }

    private LocalDate today(ConferenceView conference) {
        return tariffs.today(conference);
    }

    private final class Draft {
        private final ConferenceView conference;
        private final PlaceOrder cart;
        private final Locale locale;
        private final Violations found;
        private final boolean isPreview;
        private final boolean byStaff;
        private final Tariff tariff;
        private final AnswerLines sold;
        private final LocalDate today;
        private final Form newest;
        private final Map<Integer, Form> versions = new HashMap<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<NewDelegate> delegates = new ArrayList<>();
        private final List<Quote.Reservation> reservations = new ArrayList<>();
        private final Set<String> categories = new HashSet<>();

        Draft(
                ConferenceView conference,
                PlaceOrder cart,
                Locale locale,
                Violations found,
                boolean isPreview,
                LocalDate today,
                boolean byStaff) {
            this.conference = conference;
            this.cart = cart;
            this.locale = locale;
            this.found = found;
            this.isPreview = isPreview;
            this.byStaff = byStaff;
            this.tariff = tariffs.of(conference, cart, locale, found, today, byStaff);
            this.sold = new AnswerLines(conference, tariff, locale);
            this.newest = forms.newest(Purpose.REGISTRATION, conference.id());
            this.today = today;
        }

        Quote quote() {
            for (var i = 0; i < cart.delegates().size(); i++)
                delegate("/delegates/" + i, cart.delegates().get(i));
            tariff.requireUsed();
            parts();
            gifts.line(conference, cart.donation(), locale, found).ifPresent(lines::add);
            found.check(
                    !cart.delegates().isEmpty()
                            || cart.parts().values().stream().anyMatch(part -> !part.isEmpty()),
                    "/delegates",
                    "required",
                    "There is nothing in this cart.");
            return new Quote(
                    conference.currency(),
                    List.copyOf(lines),
                    List.copyOf(delegates),
                    List.copyOf(reservations),
                    tariff.limitsPerPerson(),
                    List.of());
        }

        private void delegate(String pointer, DelegateWish wish) {
            var id = Ids.next();
            var fee = tariff.fee(pointer + "/fee", wish.fee());
            if (fee != null) {
                lines.add(sold.fee(fee, tariff.price(fee, pointer + "/fee"), id));
            }
            var form = form(pointer + "/form_version", wish.formVersion());
            if (form == null) return;
            var groups = fee == null ? Set.<String>of() : fee.groups();
            categories.addAll(groups);
            var asked = new AnswerRules.Asked(form.definition(), newest.definition(), groups, today, byStaff);
            var checked = answerRules.check(asked, wish.answers(), pointer + "/answers", found);
            if (fee == null) return;
            checked.picked().forEach(pick -> sold.option(pick, fee, id).ifPresent(lines::add));
            checked.brought()
                    .forEach(brought -> sold.persons(brought.field(), brought.persons(), fee, id, brought.pointer())
                            .ifPresent(lines::add));
            var person = PersonOfAnswers.of(form.definition(), checked.answers(), cart.contact());
            delegates.add(new NewDelegate(
                    id, fee.key(), form.version(), person.name(), person.email(), person.country(), checked.answers()));
        }

        private @Nullable Form form(String pointer, @Nullable Integer version) {
            if (version == null || version == newest.version()) return newest;
            var form = versions.computeIfAbsent(
                    version,
                    v -> forms.version(Purpose.REGISTRATION, conference.id(), v)
                            .orElse(new Form(-1, newest.definition())));
            if (form.version() >= 0) return form;
            found.add(pointer, "unknown_form_version", "The form has no such version.");
            return null;
        }

        private void parts() {
            if (cart.parts().isEmpty()) return;
            var buying = new Sellable.Buying(conference, tariffs.prices(conference), categories, locale, byStaff);
            reservations.addAll(parts.of(buying, cart, found, isPreview));
            lines.addAll(QuotedParts.lines(reservations));
        }
    }
}
