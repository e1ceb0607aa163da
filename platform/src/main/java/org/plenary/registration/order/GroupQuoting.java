package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;
import org.plenary.registration.Sellable;
import org.plenary.registration.order.Quote.NewDelegate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks and prices what groups order, by the prices of every other cart. */
@Component
class GroupQuoting {
    private final Tariffs tariffs;
    private final Forms forms;
    private final QuotedParts parts;
    private final Gifts gifts;

    GroupQuoting(Tariffs tariffs, Forms forms, QuotedParts parts, Gifts gifts) {
        this.tariffs = tariffs;
        this.forms = forms;
        this.parts = parts;
        this.gifts = gifts;
    }

    /** As {@link Quoting#guard}. */
    void guard(ConferenceView conference) {
        tariffs.guard(conference);
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput naming everything that is wrong */
    @Transactional(readOnly = true)
    public Quote quote(ConferenceView conference, PlaceGroup group, Locale locale, int most) {
        var found = new Violations();
        Ordering.locale(conference, group.locale(), found);
        if (!group.check(most, found)) found.throwIfAny();
        var tariff = tariffs.of(conference, group.cart(), locale, found, tariffs.today(conference));
        var quote = quote(conference, group, tariff, locale, found, parts(conference, group, locale, found, false));
        found.throwIfAny();
        tariff.requireOpen();
        return quote;
    }

    /** The price of what can be priced so far. In no transaction of its own, as {@link Quoting#preview}. */
    public Quote preview(ConferenceView conference, PlaceGroup group, Locale locale, int most) {
        if (!group.check(most, new Violations()))
            return new Quote(conference.currency(), List.of(), List.of(), List.of(), Map.of(), List.of());
        var found = new Violations();
        var tariff = tariffs.of(conference, group.cart(), locale, found, tariffs.today(conference));
        var quote = quote(conference, group, tariff, locale, found, parts(conference, group, locale, found, true));
        return quote.remarking(found.list().stream()
                .filter(violation -> violation.pointer().equals("/code"))
                .map(Violation::code)
                .toList());
    }

    private List<Quote.Reservation> parts(
            ConferenceView conference, PlaceGroup group, Locale locale, Violations found, boolean isPreview) {
        var offered = tariffs.fees(conference);
        var categories = new HashSet<String>();
        for (var wish : group.places()) {
            var fee = wish.fee() == null ? null : offered.get(wish.fee());
            if (fee != null) categories.addAll(fee.groups());
        }
        var buying = new Sellable.Buying(conference, tariffs.prices(conference), categories, locale, false);
        return parts.of(buying, group.cart(), found, isPreview);
    }

    private Quote quote(
            ConferenceView conference,
            PlaceGroup group,
            Tariff tariff,
            Locale locale,
            Violations found,
            List<Quote.Reservation> reservations) {
        var sold = new AnswerLines(conference, tariff, locale);
        var form = forms.newest(Purpose.REGISTRATION, conference.id()).version();
        var lines = new ArrayList<Quote.Line>();
        var places = new ArrayList<NewDelegate>();
        var country = group.contact() == null ? "" : group.contact().country();
        for (var i = 0; i < group.places().size(); i++) {
            var wish = group.places().get(i);
            if (wish.count() == 0) continue;
            var fee = tariff.fee("/places/" + i + "/fee", wish.fee());
            if (fee == null) continue;
            for (var n = 0; n < wish.count(); n++) {
                UUID place = Ids.next();
                lines.add(sold.fee(fee, tariff.price(fee, "/places/" + i + "/quantity"), place));
                places.add(new NewDelegate(place, fee.key(), form, "", "", country, Map.of()));
            }
        }
        tariff.requireUsed();
        lines.addAll(QuotedParts.lines(reservations));
        gifts.line(conference, group.donation(), locale, found).ifPresent(lines::add);
        return new Quote(conference.currency(), lines, places, reservations, tariff.limitsPerPerson(), List.of());
    }
}
