package org.plenary.registration.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.registration.Sellable;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.fee.Fees;
import org.plenary.registration.form.AnswerRules;
import org.plenary.registration.form.Form;
import org.plenary.registration.form.Forms;
import org.plenary.registration.order.PlaceOrder.DelegateWish;
import org.plenary.registration.order.Quote.Line;
import org.plenary.registration.order.Quote.NewDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks and prices carts. Every price comes from here; what a buyer sends is only what is wished. */
@Component
class Quoting {
    static final int MAXIMUM_DELEGATES = 50;
    static final int MAXIMUM_WISHES = 20;
    private static final int MAXIMUM_CODE = 50;

    private final Fees fees;
    private final Forms forms;
    private final AnswerRules answerRules;
    private final ObjectProvider<Sellable> sellers;
    private final Clock clock;

    Quoting(Fees fees, Forms forms, AnswerRules answerRules, ObjectProvider<Sellable> sellers, Clock clock) {
        this.fees = fees;
        this.forms = forms;
        this.answerRules = answerRules;
        this.sellers = sellers;
        this.clock = clock;
    }

    /** @throws Problem.InvalidInput naming everything that is wrong in the whole cart */
    @Transactional(readOnly = true)
    public Quote quote(ConferenceView conference, PlaceOrder cart, Locale locale) {
        return quote(conference, cart, locale, today(conference));
    }

    /** @param pricedOn the day whose prices count */
    @Transactional(readOnly = true)
    public Quote quote(ConferenceView conference, PlaceOrder cart, Locale locale, LocalDate pricedOn) {
        var found = new Violations();
        found.check(cart.delegates().size() <= MAXIMUM_DELEGATES, "/delegates", "too_many", "At most 50 delegates.");
        found.optionalText("/code", cart.code(), MAXIMUM_CODE);
        found.throwIfAny();
        var quote = new Draft(conference, cart, locale, found, false, pricedOn).quote();
        found.throwIfAny();
        return quote;
    }

    /**
     * The price of what can be priced in a cart that is not finished yet. In no transaction of its own: a seller that refuses a
     * wish would take it down with it.
     */
    public Quote preview(ConferenceView conference, PlaceOrder cart, Locale locale) {
        return new Draft(conference, cart, locale, new Violations(), true, today(conference)).quote();
    }

    private LocalDate today(ConferenceView conference) {
        return LocalDate.ofInstant(clock.instant(), conference.timeZone());
    }

    private final class Draft {
        private final ConferenceView conference;
        private final PlaceOrder cart;
        private final Locale locale;
        private final Violations found;
        private final boolean isPreview;
        private final Map<String, Fee> offered;
        private final Form newest;
        private final Map<Integer, Form> versions = new HashMap<>();
        private final LocalDate today;
        private final List<Line> lines = new ArrayList<>();
        private final List<NewDelegate> delegates = new ArrayList<>();
        private final List<Quote.Reservation> reservations = new ArrayList<>();

        Draft(
                ConferenceView conference,
                PlaceOrder cart,
                Locale locale,
                Violations found,
                boolean isPreview,
                LocalDate today) {
            this.conference = conference;
            this.cart = cart;
            this.locale = locale;
            this.found = found;
            this.isPreview = isPreview;
            this.offered = fees.all(conference.id()).stream().collect(Collectors.toMap(Fee::key, fee -> fee));
            this.newest = forms.newest(conference.id());
            this.today = today;
        }

        Quote quote() {
            code();
            for (var i = 0; i < cart.delegates().size(); i++)
                delegate("/delegates/" + i, cart.delegates().get(i));
            parts();
            found.check(
                    !cart.delegates().isEmpty()
                            || cart.parts().values().stream().anyMatch(part -> !part.isEmpty()),
                    "/delegates",
                    "required",
                    "There is nothing in this cart.");
            return new Quote(
                    conference.currency(), List.copyOf(lines), List.copyOf(delegates), List.copyOf(reservations));
        }

        /** A code that opens nothing is a typing error that would cost the buyer money. */
        private void code() {
            if (cart.code() == null || cart.code().isBlank()) return;
            var opens = offered.values().stream().anyMatch(fee -> fee.requiresCode() && fee.opensWith(cart.code()));
            found.check(opens, "/code", "unknown_code", "This code is not valid.");
        }

        private void delegate(String pointer, DelegateWish wish) {
            var id = Ids.next();
            var fee = fee(pointer + "/fee", wish.fee());
            if (fee != null) {
                var price = fee.priceOn(today).amount();
                var take = new Sellable.Take(fee.stockKey(), 1, pointer + "/fee");
                lines.add(line("fee", fee.name().in(locale), price, fee, take, id));
            }
            var form = form(pointer + "/form_version", wish.formVersion());
            if (form == null) return;
            var groups = fee == null ? Set.<String>of() : fee.groups();
            var asked = new AnswerRules.Asked(form.definition(), newest.definition(), groups, today, false);
            var checked = answerRules.check(asked, wish.answers(), pointer + "/answers", found);
            if (fee == null) return;
            checked.picked().forEach(pick -> option(pick, fee, id));
            checked.brought().forEach(brought -> persons(brought, fee, id));
            var person = PersonOfAnswers.of(form.definition(), checked.answers(), cart.contact());
            delegates.add(new NewDelegate(
                    id, fee.key(), form.version(), person.name(), person.email(), person.country(), checked.answers()));
        }

        private @Nullable Fee fee(String pointer, @Nullable String key) {
            if (key == null || key.isBlank()) {
                found.add(pointer, "required", "This is required.");
                return null;
            }
            var fee = offered.get(key);
            if (fee == null) {
                found.add(pointer, "unknown_fee", "There is no fee of this key.");
            } else if (!fee.opensWith(cart.code())) {
                found.add(pointer, "code_required", "This fee requires a code.");
            }
            return fee;
        }

        private @Nullable Form form(String pointer, @Nullable Integer version) {
            if (version == null || version == newest.version()) return newest;
            var form = versions.computeIfAbsent(
                    version, v -> forms.version(conference.id(), v).orElse(new Form(-1, newest.definition())));
            if (form.version() >= 0) return form;
            found.add(pointer, "unknown_form_version", "The form has no such version.");
            return null;
        }

        private void option(AnswerRules.Picked pick, Fee fee, UUID delegate) {
            var option = pick.option();
            var price = option.price() == null ? Money.zero(conference.currency()) : option.price();
            if (price.isZero() && option.capacity() == null) return;
            var description =
                    pick.field().label().in(locale) + ": " + option.label().in(locale);
            var take = new Sellable.Take(Forms.stockKey(pick.field(), option), 1, pick.pointer());
            lines.add(line("option", description, price, fee, take, delegate));
        }

        private void persons(AnswerRules.Brought brought, Fee fee, UUID delegate) {
            var accompanying = brought.field().accompanying();
            var price = accompanying == null ? null : accompanying.price();
            if (price == null || price.isZero() || brought.persons() == 0) return;
            lines.add(new Line(
                    Ids.next(),
                    "option",
                    brought.field().label().in(locale),
                    brought.persons(),
                    price,
                    price.multipliedBy(brought.persons()),
                    fee.taxRate(),
                    List.of(),
                    delegate));
        }

        private Line line(String kind, String description, Money price, Fee fee, Sellable.Take take, UUID delegate) {
            return new Line(Ids.next(), kind, description, 1, price, price, fee.taxRate(), List.of(take), delegate);
        }

        private void parts() {
            var byPart = sellers.orderedStream().collect(Collectors.toMap(Sellable::part, seller -> seller));
            cart.parts().forEach((part, wishes) -> {
                var seller = byPart.get(part);
                if (!wishes.isArray() || wishes.size() > MAXIMUM_WISHES) {
                    found.add("/" + part, wishes.isArray() ? "too_many" : "type", "A list of at most 20.");
                } else if (!wishes.isEmpty() && seller == null) {
                    found.add("/" + part, "not_offered", "This is not sold here.");
                } else if (!wishes.isEmpty() && seller != null) {
                    sold(seller, wishes);
                }
            });
        }

        private void sold(Sellable seller, tools.jackson.databind.JsonNode wishes) {
            try {
                var quoted = seller.quote(conference, wishes, locale);
                reservations.add(new Quote.Reservation(seller, quoted));
                var kind = seller.part().substring(0, seller.part().length() - 1);
                quoted.forEach(q -> lines.add(new Line(
                        q.line(),
                        kind,
                        q.description(),
                        q.quantity(),
                        q.unitPrice(),
                        q.total(),
                        q.taxRate(),
                        q.takes(),
                        null)));
            } catch (Problem.InvalidInput wrong) {
                wrong.violations().forEach(v -> found.add(v.pointer(), v.code(), v.detail(), v.details()));
            } catch (Problem.Conflict closed) {
                // What is no longer sold has no price; the page shows the rest of the cart all the same.
                if (!isPreview) throw closed;
            }
        }
    }
}
