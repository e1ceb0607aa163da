package org.plenary.registration.privacy;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Narrowing;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.AccessLog;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** Reads what of the access log is asked for. Days are whole ones in the organization's zone. */
@Component
class AccessFilter {
    static final Narrowing BY = new Narrowing(List.of("who", "way", "conference", "from", "until"));

    private final ConferenceApi conferences;
    private final PageErrors errors;

    AccessFilter(ConferenceApi conferences, PageErrors errors) {
        this.conferences = conferences;
        this.errors = errors;
    }

    Narrowing.Read<Accesses.Wanted> read(Posted form, Locale locale) {
        var zone = Tenancy.require().timeZone();
        var found = new Violations();
        var wanted = new Accesses.Wanted(
                conference(form, found),
                way(form, found),
                form.text("who"),
                Narrowing.day(form, "from", 0, zone, found),
                Narrowing.day(form, "until", 1, zone, found));
        return Narrowing.read(wanted, found, errors, locale);
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
}
