package org.plenary.registration.privacy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.AccessLog;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads what of the access log is asked for. Days are whole ones in the organization's zone. */
@Component
class AccessFilter {
    private static final List<String> FIELDS = List.of("who", "way", "conference", "from", "until");

    private final ConferenceApi conferences;
    private final PageErrors errors;

    AccessFilter(ConferenceApi conferences, PageErrors errors) {
        this.conferences = conferences;
        this.errors = errors;
    }

    /** @param errors by the names of the fields; nothing is shown while there are any */
    record Read(Accesses.Wanted wanted, List<Violation> wrong, Map<String, String> errors) {
        /** @throws Problem.InvalidInput naming what is wrong */
        Accesses.Wanted orRefused() {
            if (!wrong.isEmpty()) throw new Problem.InvalidInput(wrong);
            return wanted;
        }
    }

    Read read(Posted form, Locale locale) {
        var found = new Violations();
        var wanted = new Accesses.Wanted(
                conference(form, found),
                way(form, found),
                form.text("who"),
                day(form, "from", 0, found),
                day(form, "until", 1, found));
        return new Read(
                wanted,
                found.list(),
                found.isEmpty() ? Map.of() : errors.of(new Problem.InvalidInput(found.list()), locale));
    }

    static boolean isIn(Posted form) {
        return FIELDS.stream().anyMatch(form::has);
    }

    static String address(String path, Posted form, @Nullable String before) {
        var address = UriComponentsBuilder.fromPath(path);
        for (var field : FIELDS) if (form.has(field)) address.queryParam(field, "{" + field + "}");
        if (before != null) address.queryParam("before", before);
        var values = new java.util.HashMap<String, Object>();
        FIELDS.forEach(field -> values.put(field, form.get(field)));
        return address.encode().buildAndExpand(values).toUriString();
    }

    private @Nullable UUID conference(Posted form, Violations found) {
        var slug = form.text("conference");
        if (slug == null) return null;
        var conference = conferences.all().stream()
                .filter(each -> each.slug().equals(slug))
                .findFirst();
        found.check(conference.isPresent(), "/conference", "unknown_conference", "There is no such conference.");
        return conference.map(each -> each.id()).orElse(null);
    }

    private static @Nullable String way(Posted form, Violations found) {
        var way = form.text("way");
        if (way == null) return null;
        for (var known : AccessLog.Way.values())
            if (known.name().toLowerCase(Locale.ROOT).equals(way)) return way;
        found.add("/way", "unknown_way", "A way is page, export or api.");
        return null;
    }

    private static @Nullable Instant day(Posted form, String field, int after, Violations found) {
        var text = form.text(field);
        if (text == null) return null;
        try {
            return LocalDate.parse(text)
                    .plusDays(after)
                    .atStartOfDay(Tenancy.require().timeZone())
                    .toInstant();
        } catch (DateTimeException e) {
            found.add("/" + field, "date", "A date is written 2027-05-14.");
            return null;
        }
    }
}
