package org.plenary.registration.order;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Violations;
import org.plenary.registration.PriceList;
import org.plenary.registration.PriceLists;
import org.plenary.registration.Stock;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.fee.Fees;
import org.plenary.registration.quota.Quotas;
import org.plenary.registration.setting.Definitions;
import org.plenary.registration.voucher.Voucher;
import org.plenary.registration.voucher.Vouchers;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks up what decides over the prices of a cart: the fees, the codes that were typed, and who shares places with whom. */
@Component
class Tariffs {
    /** Codes are typed with blanks or commas between them. */
    private static final int MOST_CODES = 5;

    private final OnSale onSale;
    private final Quotas quotas;
    private final Codes codes;
    private final MessageSource messages;
    private final Clock clock;

    Tariffs(OnSale onSale, Quotas quotas, Codes codes, MessageSource messages, Clock clock) {
        this.onSale = onSale;
        this.quotas = quotas;
        this.codes = codes;
        this.messages = messages;
        this.clock = clock;
    }

    /** What taking part costs, in each currency. */
    @Component
    record OnSale(Fees fees, PriceLists lists) {}

    /** The conference as it is sold in a currency; null for its main one. */
    ConferenceView in(ConferenceView conference, @Nullable String currency) {
        return onSale.lists().in(conference, currency);
    }

    PriceList prices(ConferenceView conference) {
        return onSale.lists().of(conference);
    }

    /** As {@link Quotas#guard}, for a cart that is going to be held; it is priced and held by one state of what is on sale. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void guard(ConferenceView conference) {
        quotas.guard(conference.id());
        Definitions.settle(conference.id());
    }

    /** Today in the conference's zone. */
    LocalDate today(ConferenceView conference) {
        return LocalDate.ofInstant(clock.instant(), conference.timeZone());
    }

    /** @param pricedOn the day whose prices count; vouchers are used today */
    Tariff of(ConferenceView conference, PlaceOrder cart, Locale locale, Violations found, LocalDate pricedOn) {
        return of(conference, cart, locale, found, pricedOn, false);
    }

    /** @param byStaff whether staff order, for whom no fee is closed */
    Tariff of(
            ConferenceView conference,
            PlaceOrder cart,
            Locale locale,
            Violations found,
            LocalDate pricedOn,
            boolean byStaff) {
        var offered = new LinkedHashMap<String, Fee>();
        var typed = words(cart.code());
        found.check(typed.size() <= MOST_CODES, "/code", "too_many_codes", "At most 5 codes.");
        var email = cart.contact() == null || cart.contact().email().isBlank()
                ? null
                : cart.contact().email();
        var usable = new ArrayList<Tariff.Usable>();
        var today = today(conference);
        var pricedAt = pricedOn.equals(today)
                ? clock.instant()
                : pricedOn.atTime(LocalTime.NOON).atZone(conference.timeZone()).toInstant();
        var unpriced = new HashSet<String>();
        var prices = prices(conference);
        for (var each : onSale.fees().all(conference.id())) {
            var fee = byStaff ? each.atTheDesk(today) : each;
            var sold = byStaff
                    ? each.soldAtTheDesk(prices, pricedAt, conference)
                    : each.soldIn(prices, pricedAt, conference);
            if (sold.isEmpty()) unpriced.add(fee.key());
            offered.put(fee.key(), sold.orElse(fee));
        }
        var vouchers =
                codes.vouchers(conference.id(), typed.stream().limit(MOST_CODES).toList());
        for (var voucher : vouchers) {
            var refusal = voucher.refusal(today, email);
            if (refusal != null) found.add("/code", refusal.code(), "This voucher cannot be used.");
            else if (!voucher.terms().isIn(conference.currency()))
                found.add("/code", "voucher_not_in_currency", "This voucher is not for this currency.");
            else usable.add(new Tariff.Usable(voucher, codes.left(conference.id(), voucher, email), email));
        }
        var tariff = new Tariff(
                conference,
                offered,
                usable,
                quotas.of(conference.id()),
                pricedAt,
                cart,
                locale,
                messages,
                found,
                Tenancy.require().country());
        tariff.sellIn(prices, unpriced);
        tariff.requireKnown(typed, vouchers);
        return tariff;
    }

    /** For places that are held already: nothing is looked up that could refuse them. */
    Tariff held(ConferenceView conference, PlaceOrder cart, Locale locale, Instant pricedAt) {
        return new Tariff(
                conference,
                Map.of(),
                List.of(),
                new Quotas.Memberships(Map.of()),
                pricedAt,
                cart,
                locale,
                messages,
                new Violations(),
                Tenancy.require().country());
    }

    /** The fees of the conference as they are today, by their keys. */
    Map<String, Fee> fees(ConferenceView conference) {
        return onSale.fees().all(conference.id()).stream().collect(Collectors.toMap(Fee::key, fee -> fee));
    }

    Map<UUID, Voucher> vouchers(Collection<UUID> ids) {
        return codes.vouchers(ids);
    }

    static List<String> words(@Nullable String code) {
        if (code == null) return List.of();
        return Arrays.stream(code.strip().split("[\\s,;，；]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** The vouchers that codes name, and how often each can still be used. */
    @Component
    static class Codes {
        private final Vouchers vouchers;
        private final Stock stock;

        Codes(Vouchers vouchers, Stock stock) {
            this.vouchers = vouchers;
            this.stock = stock;
        }

        List<Voucher> vouchers(UUID conference, List<String> codes) {
            return vouchers.find(conference, codes);
        }

        Map<UUID, Voucher> vouchers(Collection<UUID> ids) {
            return vouchers.of(ids).stream().collect(Collectors.toMap(Voucher::id, voucher -> voucher));
        }

        int left(UUID conference, Voucher voucher, @Nullable String email) {
            var left = Integer.MAX_VALUE;
            var level = stock.levels(conference, voucher.stockKey()).get(voucher.stockKey());
            if (level == null) return 0;
            if (level.left() != null) left = level.left();
            var perPerson = voucher.terms().usesPerPerson();
            if (perPerson == null || email == null) return left;
            var key = voucher.stockKey(email);
            var mine = stock.levels(conference, key).get(key);
            return Math.min(left, mine == null ? perPerson : Math.max(0, perPerson - mine.used()));
        }
    }
}
