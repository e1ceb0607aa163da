package org.plenary.registration.order;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.AnswerRules;
import org.plenary.forms.FormDefinition;
import org.plenary.kernel.Ids;
import org.plenary.registration.Sellable;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.form.FormPrices;
import org.plenary.registration.order.Quote.Line;

/** The lines that a delegate's answers make beside the fee: options, and persons who come along. They are taxed as the fee is. */
final class AnswerLines {
    private final ConferenceView conference;
    private final Tariff tariff;
    private final Locale locale;

    AnswerLines(ConferenceView conference, Tariff tariff, Locale locale) {
        this.conference = conference;
        this.tariff = tariff;
        this.locale = locale;
    }

    /** Empty for what costs nothing and is not counted, and for what is not offered in the currency. */
    Optional<Line> option(AnswerRules.Picked pick, Fee fee, UUID delegate) {
        var option = pick.option();
        var stockKey = FormDefinition.optionKey(pick.field(), option);
        var price = option.price() == null
                ? Money.zero(conference.currency())
                : tariff.inCurrency(stockKey, option.price(), pick.pointer());
        if (price == null) return Optional.empty();
        if (price.isZero() && option.capacity() == null && !tariff.isCounted(stockKey)) return Optional.empty();
        var description =
                pick.field().label().in(locale) + ": " + option.label().in(locale);
        var takes = tariff.takes(stockKey, pick.pointer());
        return Optional.of(line(pick.field(), description, 1, price, fee, takes, delegate));
    }

    /** Empty when they come along for nothing. */
    Optional<Line> persons(FormDefinition.Field field, int persons, Fee fee, UUID delegate, String pointer) {
        var accompanying = field.accompanying();
        var price = accompanying == null ? null : accompanying.price();
        if (price == null || price.isZero() || persons == 0) return Optional.empty();
        var sold = tariff.inCurrency(FormPrices.personsKey(field), price, pointer);
        if (sold == null) return Optional.empty();
        return Optional.of(line(field, field.label().in(locale), persons, sold, fee, List.of(), delegate));
    }

    private Line line(
            FormDefinition.Field field,
            String description,
            int quantity,
            Money price,
            Fee fee,
            List<Sellable.Take> takes,
            UUID delegate) {
        var paid = tariff.paid(fee, price);
        return new Line(
                Ids.next(),
                "option",
                description,
                quantity,
                paid,
                paid.multipliedBy(quantity),
                tariff.taxRate(fee),
                takes,
                delegate,
                null,
                null,
                tariff.taxNote(fee),
                field.key());
    }

    Line fee(Fee fee, Tariff.Priced priced, UUID delegate) {
        return new Line(
                Ids.next(),
                "fee",
                priced.description(),
                1,
                priced.price(),
                priced.price(),
                tariff.taxRate(fee),
                priced.takes(),
                delegate,
                priced.listed().equals(priced.price()) ? null : priced.listed(),
                priced.voucher(),
                tariff.taxNote(fee),
                null);
    }
}
