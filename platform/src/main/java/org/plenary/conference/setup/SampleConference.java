package org.plenary.conference.setup;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.SampleContent;
import org.plenary.conference.SampleText;
import org.plenary.kernel.Json;
import org.plenary.kernel.Languages;
import org.plenary.kernel.LocalizedText;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A conference with something of everything, to look at and try out. It stays a draft until somebody publishes it. */
@Component
public class SampleConference {
    static final String SLUG = "sample";
    private static final int MONTHS_AHEAD = 9;
    private static final int DAYS = 4;
    private static final int ATTENDANCE = 300;

    private final SettingUp settingUp;
    private final Conferences conferences;
    private final List<SampleContent> contents;
    private final Words words;
    private final Clock clock;

    /** What it says, in every language. */
    @Component
    record Words(MessageSource messages, Json json) {}

    SampleConference(
            SettingUp settingUp, Conferences conferences, List<SampleContent> contents, Words words, Clock clock) {
        this.settingUp = settingUp;
        this.conferences = conferences;
        this.contents = contents.stream()
                .sorted(Comparator.comparingInt(SampleContent::order))
                .toList();
        this.words = words;
        this.clock = clock;
    }

    static boolean isSample(ConferenceView conference) {
        return conference.slug().equals(SLUG);
    }

    /** Whoever has conferences of their own needs none to look at. */
    @Transactional(readOnly = true)
    public boolean isOffered() {
        return conferences.count() == 0;
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput at {@code /slug} when there is one */
    @Transactional
    public ConferenceView make() {
        var conference = settingUp.create(wanted(Tenancy.require()));
        var text = new SampleText(conference, words.json());
        contents.forEach(content -> content.fill(conference, text));
        return conference;
    }

    private ConferenceChange wanted(Tenant tenant) {
        var start = LocalDate.now(clock).plusMonths(MONTHS_AHEAD).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        return new ConferenceChange(
                SLUG,
                text("name"),
                text("description"),
                start,
                start.plusDays(DAYS - 1),
                tenant.timeZone().getId(),
                new ConferenceChange.VenueChange(text("venue"), text("city"), tenant.country()),
                currency(tenant.country()),
                Languages.ALL.stream()
                        .<@Nullable String>map(Locale::toLanguageTag)
                        .toList(),
                null,
                ATTENDANCE,
                null);
    }

    private LocalizedText text(String part) {
        return new LocalizedText(Languages.ALL.stream()
                .collect(Collectors.toMap(
                        Locale::toLanguageTag,
                        language -> words.messages().getMessage("conference.sample." + part, null, language))));
    }

    private static String currency(String country) {
        var currency = Currency.getInstance(Locale.of("", country));
        return currency != null
                        && CurrencyUnit.registeredCurrencies().stream()
                                .anyMatch(unit -> unit.getCode().equals(currency.getCurrencyCode()))
                ? currency.getCurrencyCode()
                : "USD";
    }
}
