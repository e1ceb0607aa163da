package org.plenary.conference.setup;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Languages;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Violations;

/** What a conference can be. All rules read the wanted state as a whole, whether it is new or changed. */
final class ConferenceRules {
    private static final int NAME = 200;
    private static final int DESCRIPTION = 10_000;
    private static final int LONGEST_DAYS = 60;
    private static final int YEARS_AROUND = 20;
    private static final int MAXIMUM_ATTENDANCE = 1_000_000;
    private static final Set<String> LANGUAGES =
            Languages.ALL.stream().map(Locale::toLanguageTag).collect(Collectors.toUnmodifiableSet());

    /** The last part of an address of our own, beside those of conferences. */
    private static final String RESERVED = "new";

    private final Violations violations = new Violations();
    private final LocalDate today;

    ConferenceRules(LocalDate today) {
        this.today = today;
    }

    Violations check(ConferenceChange wanted) {
        violations.slug("/slug", wanted.slug());
        violations.check(!RESERVED.equals(wanted.slug()), "/slug", "reserved", "This address is reserved.");
        text("/name", wanted.name(), NAME);
        if (wanted.description() != null && !wanted.description().isBlank())
            text("/description", wanted.description(), DESCRIPTION);
        dates(wanted.startsOn(), wanted.endsOn());
        zone(wanted.timeZone());
        venue(wanted.venue());
        currency(wanted.currency());
        languages(wanted.languages());
        attendance(wanted.expectedAttendance());
        if (wanted.cutOff() != null) cutOff(wanted.cutOff(), wanted);
        return violations;
    }

    private void text(String pointer, @Nullable LocalizedText text, int maximum) {
        violations.text(pointer, text, maximum);
        if (text == null) return;
        for (var tag : text.values().keySet())
            violations.check(
                    tag.isEmpty() || LANGUAGES.contains(tag),
                    pointer + "/" + tag,
                    "language",
                    "Texts are in en or zh-CN.");
    }

    private void dates(@Nullable LocalDate starts, @Nullable LocalDate ends) {
        violations.required("/starts_on", starts).required("/ends_on", ends);
        if (starts == null || ends == null) return;
        violations.check(
                starts.isAfter(today.minusYears(YEARS_AROUND)) && starts.isBefore(today.plusYears(YEARS_AROUND)),
                "/starts_on",
                "date_range",
                "Within " + YEARS_AROUND + " years of today.");
        violations.check(!ends.isBefore(starts), "/ends_on", "before_start", "It cannot end before it starts.");
        violations.check(
                !ends.isAfter(starts.plusDays(LONGEST_DAYS)),
                "/ends_on",
                "too_long_conference",
                "At most " + LONGEST_DAYS + " days.");
    }

    private void zone(@Nullable String zone) {
        if (zone == null || zone.isBlank()) {
            violations.add("/time_zone", "required", "This is required.");
            return;
        }
        violations.check(isRegion(zone), "/time_zone", "time_zone", "This is not a time zone such as Asia/Shanghai.");
    }

    /** Only names of the zone database: an offset such as +08:00 would miss summer time. */
    private static boolean isRegion(String zone) {
        try {
            return ZoneId.getAvailableZoneIds().contains(ZoneId.of(zone).getId());
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void venue(ConferenceChange.@Nullable VenueChange venue) {
        if (venue == null) {
            violations.add("/venue", "required", "This is required.");
            return;
        }
        text("/venue/name", venue.name(), NAME);
        text("/venue/city", venue.city(), NAME);
        violations.country("/venue/country", venue.country());
    }

    private void currency(@Nullable String code) {
        if (code == null || code.isBlank()) {
            violations.add("/currency", "required", "This is required.");
            return;
        }
        var known = CurrencyUnit.registeredCurrencies().stream()
                .anyMatch(unit -> unit.getCode().equals(code) && !unit.isPseudoCurrency());
        violations.check(known, "/currency", "currency", "This is not a currency code such as EUR.");
    }

    private void attendance(@Nullable Integer expected) {
        violations.check(
                expected == null || expected >= 0 && expected <= MAXIMUM_ATTENDANCE,
                "/expected_attendance",
                "range",
                "From 0 to " + MAXIMUM_ATTENDANCE + ".");
    }

    private void cutOff(ConferenceChange.CutOffChange cutOff, ConferenceChange wanted) {
        violations.check(
                cutOff.zone() == null
                        || cutOff.isAnywhereOnEarth()
                        || cutOff.zone().equals(wanted.timeZone()),
                "/cut_off/zone",
                "cut_off_zone",
                "The conference's own zone, or AoE.");
        if (cutOff.on() == null || wanted.endsOn() == null) return;
        violations.check(
                !cutOff.on().isAfter(wanted.endsOn()),
                "/cut_off/on",
                "cut_off_after_end",
                "It is not after the conference's last day.");
    }

    private void languages(@Nullable List<@Nullable String> languages) {
        if (languages == null || languages.isEmpty()) {
            violations.add("/languages", "required", "This is required.");
            return;
        }
        var seen = new HashSet<@Nullable String>();
        for (var i = 0; i < languages.size(); i++) {
            var tag = languages.get(i);
            violations.check(
                    tag != null && LANGUAGES.contains(tag), "/languages/" + i, "language", "One of: en, zh-CN.");
            violations.check(seen.add(tag), "/languages/" + i, "duplicate", "This is there already.");
        }
    }
}
