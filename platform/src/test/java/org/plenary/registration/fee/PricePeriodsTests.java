package org.plenary.registration.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenary.conference.ConferenceStatus;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.CutOff;
import org.plenary.conference.Venue;
import org.plenary.kernel.Ids;
import org.plenary.kernel.LocalizedText;

class PricePeriodsTests {
    private static final Money EARLY = Money.parse("EUR 100.00");
    private static final Money REGULAR = Money.parse("EUR 150.00");
    private static final Money ON_SITE = Money.parse("EUR 200.00");

    @Test
    void aPeriodBeginsAtMidnightOfTheVenueAlsoWhenClocksChangeThatNight() {
        // clocks go back at 03:00 of the 31st: the day has 25 hours, its last ones in winter time
        assertThat(start("Europe/Berlin", "2027-10-31")).isEqualTo("2027-10-31T23:00:00Z");
        assertThat(start("Europe/Berlin", "2027-10-30")).isEqualTo("2027-10-30T22:00:00Z");
        assertThat(start("Asia/Shanghai", "2027-10-31")).isEqualTo("2027-10-31T16:00:00Z");
    }

    @Test
    void whereThereIsNoMidnightItBeginsWithTheFirstMinuteThatThereIs() {
        // in Egypt clocks go from 00:00 to 01:00 on the last Friday of April
        assertThat(start("Africa/Cairo", "2026-04-23")).isEqualTo("2026-04-23T22:00:00Z");
    }

    @Test
    void theCutOffEndsThePeriodsBeforeItAndBeginsTheLastOneWhereItIsSoldOnSite() {
        var cutOff = new CutOff(LocalDate.of(2027, 3, 1), true, false);
        var conference = conference("Asia/Shanghai", cutOff);

        var periods = PricePeriods.of(List.of(fee("2027-02-01", ON_SITE), fee("2027-04-01", null)), conference);

        assertThat(periods.coming(Instant.EPOCH, Instant.MAX))
                .containsExactly(Instant.parse("2027-02-01T16:00:00Z"), Instant.parse("2027-03-02T12:00:00Z"));
        assertThat(PricePeriods.of(List.of(fee("2027-04-01", null)), conference).coming(Instant.EPOCH, Instant.MAX))
                .isEmpty();
    }

    /** Between two moments a price is another one only when a period has begun between them. */
    @Property(tries = 500)
    void aPriceChangesOnlyWhenAPeriodBegins(
            @ForAll("zones") String zone, @ForAll("moments") Instant one, @ForAll("moments") Instant other) {
        var conference = conference(zone, new CutOff(LocalDate.of(2027, 11, 5), true, false));
        var fee = fee("2027-10-31", ON_SITE);
        var before = one.isBefore(other) ? one : other;
        var after = one.isBefore(other) ? other : one;

        var isSame = fee.offer(before, conference).equals(fee.offer(after, conference));

        assertThat(PricePeriods.differ(fee, conference, before, after)).isEqualTo(!isSame);
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of("Europe/Berlin", "Asia/Shanghai", "Africa/Cairo", "America/New_York", "Pacific/Apia");
    }

    @Provide
    Arbitrary<Instant> moments() {
        var from = Instant.parse("2027-10-30T00:00:00Z").getEpochSecond();
        return Arbitraries.longs().between(0, 8 * 24 * 60).map(minutes -> Instant.ofEpochSecond(from + minutes * 60));
    }

    private static Instant start(String zone, String lastDay) {
        return PricePeriods.of(List.of(fee(lastDay, null)), conference(zone, null))
                .newest(Instant.parse("2029-01-01T00:00:00Z"))
                .orElseThrow();
    }

    private static Fee fee(String lastDay, @Nullable Money onSite) {
        return new Fee(
                new UUID(0, 1),
                "early",
                LocalizedText.of("Early"),
                null,
                null,
                List.of(new Fee.Price(EARLY, LocalDate.parse(lastDay)), new Fee.Price(REGULAR, null)),
                null,
                BigDecimal.ZERO,
                onSite,
                Fee.Terms.PLAIN,
                0);
    }

    private static ConferenceView conference(String zone, @Nullable CutOff cutOff) {
        return new ConferenceView(
                Ids.next(),
                "conf27",
                LocalizedText.of("Conf 27"),
                LocalizedText.of(""),
                LocalDate.of(2028, 1, 10),
                LocalDate.of(2028, 1, 12),
                ZoneId.of(zone),
                new Venue(LocalizedText.of("Hall"), LocalizedText.of("Town"), "DE"),
                CurrencyUnit.EUR,
                List.of(Locale.ENGLISH),
                ConferenceStatus.PUBLISHED,
                null,
                cutOff,
                0);
    }
}
