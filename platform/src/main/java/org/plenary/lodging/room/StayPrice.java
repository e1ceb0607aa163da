package org.plenary.lodging.room;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.plenary.kernel.LocalizedText;
import org.plenary.lodging.hotel.LocalTax;
import org.plenary.lodging.hotel.PaymentWay;
import org.plenary.lodging.hotel.RoomType;

/**
 * What a stay costs, night by night.
 *
 * @param nights at least one
 * @param taxes of the city or region, beside the rates
 */
record StayPrice(List<NightPrice> nights, List<TaxPrice> taxes) {
    record NightPrice(LocalDate date, Money rate) {}

    /** @param atHotel whether the hotel collects it */
    record TaxPrice(String key, LocalizedText name, Money amount, boolean atHotel) {}

    StayPrice {
        nights = List.copyOf(nights);
        taxes = List.copyOf(taxes);
    }

    static StayPrice of(List<LocalTax> collected, RoomType type, List<LocalDate> nights, int guests) {
        var rates = nights.stream()
                .map(night -> new NightPrice(night, type.rate(night, guests)))
                .toList();
        return of(collected, rates, guests);
    }

    static StayPrice of(List<LocalTax> collected, List<NightPrice> rates, int guests) {
        var price = new StayPrice(rates, List.of());
        var taxes = new ArrayList<TaxPrice>();
        for (var tax : collected)
            taxes.add(new TaxPrice(tax.key(), tax.name(), tax.of(price.rates(), rates.size(), guests), tax.atHotel()));
        return new StayPrice(rates, taxes);
    }

    /** All nights together, without local taxes. */
    Money rates() {
        return nights.stream()
                .map(NightPrice::rate)
                .reduce(Money::plus)
                .orElseThrow(() -> new IllegalStateException("a stay has a night"));
    }

    /** Local taxes that are paid with the room; by whoever pays a part of the rate at the hotel they are paid there, too. */
    Money taxesHere(PaymentWay way) {
        var none = Money.zero(rates().getCurrencyUnit());
        if (way.kind() != PaymentWay.Kind.FULL) return none;
        return taxes.stream()
                .filter(tax -> !tax.atHotel())
                .map(TaxPrice::amount)
                .reduce(none, Money::plus);
    }

    /** Rates and all local taxes. */
    Money whole() {
        return taxes.stream().map(TaxPrice::amount).reduce(rates(), Money::plus);
    }

    /** What is paid here for the nights, at once. */
    Money due(PaymentWay way) {
        return way.due(rates(), nights.getFirst().rate());
    }

    /** What the hotel gets from the guest, or from the organizer. */
    Money atHotel(PaymentWay way) {
        return whole().minus(due(way)).minus(taxesHere(way));
    }

    boolean isUniform() {
        return nights.stream().map(NightPrice::rate).distinct().count() == 1;
    }
}
