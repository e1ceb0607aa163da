package org.plenary.registration.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceStatus;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.CutOff;
import org.plenary.conference.Venue;
import org.plenary.kernel.Ids;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Violations;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.quota.Quotas;
import org.plenary.registration.voucher.Voucher;
import org.plenary.registration.voucher.VoucherTerms;
import org.springframework.context.support.StaticMessageSource;

/** Conferences, fees and vouchers that are nowhere stored. */
final class TariffSamples {
    private static final LocalDate START = LocalDate.of(2027, 8, 9);

    private TariffSamples() {}

    static ConferenceView conference(@Nullable CutOff cutOff) {
        return new ConferenceView(
                Ids.next(),
                "conf27",
                LocalizedText.of("Conf 27"),
                LocalizedText.of(""),
                START,
                START.plusDays(3),
                ZoneId.of("Asia/Shanghai"),
                new Venue(LocalizedText.of("Hall"), LocalizedText.of("Shanghai"), "CN"),
                CurrencyUnit.EUR,
                List.of(Locale.ENGLISH),
                ConferenceStatus.PUBLISHED,
                null,
                cutOff,
                0);
    }

    static Fee fee(String key, Money price) {
        return fee(key, price, null, Fee.Terms.PLAIN, "0");
    }

    static Fee fee(String key, Money price, @Nullable Money onSite, Fee.Terms terms, String tax) {
        return new Fee(
                new UUID(0, 1),
                key,
                LocalizedText.of(key),
                null,
                null,
                List.of(new Fee.Price(price, null)),
                null,
                new BigDecimal(tax),
                onSite,
                terms,
                0);
    }

    static Fee closedFee(String key, Money price, String code) {
        return new Fee(
                new UUID(0, 1),
                key,
                LocalizedText.of(key),
                null,
                null,
                List.of(new Fee.Price(price, null)),
                code,
                BigDecimal.ZERO,
                null,
                Fee.Terms.PLAIN,
                0);
    }

    static Voucher voucher(
            String code,
            VoucherTerms.Effect effect,
            @Nullable Money amount,
            @Nullable BigDecimal percent,
            Set<String> fees) {
        var terms = new VoucherTerms(effect, amount, percent, null, null, null, List.copyOf(fees), List.of(), null);
        return new Voucher(Ids.next(), code, terms, null, false, null, Instant.EPOCH, 0);
    }

    /** @param ordered the fee of each delegate */
    static Tariff tariff(
            ConferenceView conference,
            Instant now,
            Violations found,
            String code,
            List<Tariff.Usable> vouchers,
            Fee... ordered) {
        var offered = new LinkedHashMap<String, Fee>();
        Arrays.stream(ordered).forEach(fee -> offered.put(fee.key(), fee));
        var wishes = Arrays.stream(ordered)
                .map(fee -> new PlaceOrder.DelegateWish(fee.key(), Map.of(), null))
                .toList();
        var messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        return new Tariff(
                conference,
                offered,
                vouchers,
                new Quotas.Memberships(Map.of()),
                now,
                PlaceOrder.of(null, wishes, code, null),
                Locale.ENGLISH,
                messages,
                found,
                "DE");
    }

    static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }
}
