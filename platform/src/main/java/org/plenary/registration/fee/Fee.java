package org.plenary.registration.fee;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.LocalizedText;
import org.plenary.payments.CardAmounts;
import org.plenary.registration.PriceList;

/**
 * A way to take part and what it costs.
 *
 * @param key names it in orders; never changes
 * @param category groups fees on pages, such as students; null for none
 * @param prices in rising order of their last days; the last has none
 * @param code what a buyer must know to get this fee; null when everybody may
 * @param taxRate percent of tax
 * @param onSite what it costs after the conference's cut-off date; null when it is closed then
 * @param terms of taxes, rights and groups
 */
public record Fee(
        UUID id,
        String key,
        LocalizedText name,
        @Nullable LocalizedText category,
        @Nullable Integer capacity,
        List<Price> prices,
        @Nullable String code,
        BigDecimal taxRate,
        @Nullable Money onSite,
        Terms terms,
        long version) {

    /** @param until the last day of this price in the conference's zone; null when it has no end */
    public record Price(Money amount, @Nullable LocalDate until) {
        boolean isOn(LocalDate day) {
            return until == null || !until.isBefore(day);
        }
    }

    public Fee {
        prices = List.copyOf(prices);
    }

    /**
     * @param taxIncluded whether the prices contain the tax; else it is added to them
     * @param zeroTaxReason why there is no tax, for the invoice; null for no reason
     * @param reverseCharge whether a business of another country pays no tax here and owes it at home
     * @param rights that taking part this way gives
     */
    public record Terms(
            boolean taxIncluded,
            @Nullable LocalizedText zeroTaxReason,
            boolean reverseCharge,
            Set<Right> rights,
            @Nullable GroupDiscount groupDiscount) {
        public static final Terms PLAIN = new Terms(true, null, false, EnumSet.allOf(Right.class), null);

        public Terms {
            rights = Set.copyOf(rights);
        }
    }

    /** What somebody may do at the conference. */
    public enum Right {
        VOTE,
        SPEAK,
        ATTEND;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param from this many delegates of the fee in one order on, each costs this much less */
    public record GroupDiscount(int from, BigDecimal percent) {}

    /** What it costs now; empty when it is closed. */
    public Optional<Price> offer(Instant now, ConferenceView conference) {
        if (conference.isPastCutOff(now)) return Optional.ofNullable(onSite).map(amount -> new Price(amount, null));
        return Optional.of(priceOn(LocalDate.ofInstant(now, conference.timeZone())));
    }

    /**
     * As it is sold at this moment in the currency of a price list, at that one price; empty when it is not. One that is closed stays
     * as it is.
     */
    public Optional<Fee> soldIn(PriceList list, Instant now, ConferenceView conference) {
        var offer = offer(now, conference);
        if (offer.isEmpty() || offer.get().amount().getCurrencyUnit().equals(list.currency())) return Optional.of(this);
        return list.of(
                        itemKey(offer.get(), conference.isPastCutOff(now)),
                        offer.get().amount())
                .map(amount -> with(List.of(new Price(amount, offer.get().until())), amount));
    }

    private Fee with(List<Price> only, Money later) {
        var site = onSite == null ? null : later;
        return new Fee(id, key, name, category, capacity, only, code, taxRate, site, terms, version);
    }

    /** How a price list names one of its prices. */
    String itemKey(Price price, boolean isOnSite) {
        var which = isOnSite
                ? "on_site"
                : price.until() == null ? "last" : price.until().toString();
        return stockKey() + ":" + which;
    }

    /** As staff sell it: after the cut-off too, for its last price when it has none of its own then. */
    public Fee atTheDesk(LocalDate today) {
        if (onSite != null) return this;
        var last = priceOn(today).amount();
        return new Fee(id, key, name, category, capacity, prices, code, taxRate, last, terms, version);
    }

    /** As {@link #soldIn}, by staff: without a price of its own on site it keeps its last one in every currency. */
    public Optional<Fee> soldAtTheDesk(PriceList list, Instant now, ConferenceView conference) {
        var today = LocalDate.ofInstant(now, conference.timeZone());
        var desk = atTheDesk(today);
        if (onSite != null || !conference.isPastCutOff(now)) return desk.soldIn(list, now, conference);
        var price = priceOn(today);
        if (price.amount().getCurrencyUnit().equals(list.currency())) return Optional.of(desk);
        return list.of(itemKey(price, false), price.amount())
                .map(amount -> desk.with(List.of(new Price(amount, price.until())), amount));
    }

    /** A price as it is paid, with the tax in it. */
    public Money withTax(Money price) {
        if (terms.taxIncluded()) return price;
        return CardAmounts.rounded(
                price.plus(price.multipliedBy(taxRate.movePointLeft(2), RoundingMode.HALF_UP)), RoundingMode.HALF_UP);
    }

    /** A price without tax, for who owes it elsewhere. */
    public Money withoutTax(Money price) {
        if (!terms.taxIncluded()) return price;
        return CardAmounts.rounded(
                price.dividedBy(BigDecimal.ONE.add(taxRate.movePointLeft(2)), RoundingMode.HALF_UP),
                RoundingMode.HALF_UP);
    }

    /** What a price becomes when this many delegates of an order have the fee. */
    public Money forGroup(Money price, int delegates) {
        var group = terms.groupDiscount();
        if (group == null || delegates < group.from()) return price;
        return CardAmounts.less(price, group.percent());
    }

    /** What it costs on a day before the cut-off. */
    public Price priceOn(LocalDate day) {
        return prices.stream().filter(price -> price.isOn(day)).findFirst().orElse(prices.getLast());
    }

    public boolean requiresCode() {
        return code != null;
    }

    /** Its key and its category's names: by these a section of the form asks only some delegates. */
    public Set<String> groups() {
        var groups = new TreeSet<String>();
        groups.add(key);
        if (category != null) groups.addAll(category.values().values());
        return groups;
    }

    /** Compared in constant time: how long it takes tells nothing of the code. */
    public boolean opensWith(@Nullable String given) {
        if (code == null) return true;
        return given != null
                && MessageDigest.isEqual(
                        given.strip().getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    public String stockKey() {
        return stockKey(key);
    }

    public static String stockKey(String key) {
        return "fee:" + key;
    }
}
