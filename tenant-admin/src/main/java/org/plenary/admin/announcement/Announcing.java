package org.plenary.admin.announcement;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TypedTime;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Telling organizers something, and taking it back. */
@Component
class Announcing {
    private static final int TITLE = 200;
    private static final int BODY = 4000;

    private final StoredAnnouncements announcements;
    private final AuditTrail audit;
    private final Callers callers;
    private final Clock clock;

    Announcing(StoredAnnouncements announcements, AuditTrail audit, Callers callers, Clock clock) {
        this.announcements = announcements;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /** @throws Problem.InvalidInput naming what is wrong */
    @Transactional
    public void publish(Posted form, List<String> plans) {
        var violations = new Violations();
        for (var tag : Posted.TAGS) {
            violations.text("/title/" + tag, form.get("title." + tag), TITLE);
            violations.text("/body/" + tag, form.get("body." + tag), BODY);
        }
        var kind = Announcement.Kind.of(form.text("kind")).orElse(null);
        violations.check(kind != null, "/kind", "choice", "One of: warning, maintenance, info.");
        var from = moment(form, "from", violations);
        var until = moment(form, "until", violations);
        if (from != null && until != null)
            violations.check(
                    until.isAfter(from) && until.isAfter(clock.instant()),
                    "/until",
                    "announcement_end",
                    "It ends after it begins, and after now.");
        var statuses = statuses(form, violations);
        var chosen = form.all("plans").stream().filter(plan -> !plan.isBlank()).toList();
        violations.check(plans.containsAll(chosen), "/plans", "choice", "There is no such plan.");
        violations.throwIfAny();
        if (kind == null || from == null || until == null) throw new IllegalStateException();
        var announcement = new Announcement(
                Ids.next(),
                kind,
                form.texts("title"),
                form.texts("body"),
                from,
                until,
                statuses,
                chosen,
                clock.instant(),
                callers.current().name(),
                null);
        announcements.insert(announcement);
        audit.record(
                "announcement.published",
                announcement.id().toString(),
                Map.of(
                        "kind", kind.wire(),
                        "title", announcement.title().forTag("en"),
                        "from", from.toString(),
                        "until", until.toString()));
    }

    @Transactional
    public void withdraw(UUID id) {
        if (!announcements.withdraw(id))
            throw new Problem.Conflict("wrong_status", "Only what is shown, or will be, is withdrawn.");
        audit.record("announcement.withdrawn", id.toString(), Map.of());
    }

    /** Operators look after organizations of all zones: their times are the platform's. */
    private static @Nullable Instant moment(Posted form, String field, Violations violations) {
        var text = form.text(field);
        if (text == null) {
            violations.add("/" + field, "required", "This is required.");
            return null;
        }
        try {
            return TypedTime.dayAndTime(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            violations.add("/" + field, "date", "A time is written 2027-05-14T09:00.");
            return null;
        }
    }

    private static List<TenantStatus> statuses(Posted form, Violations violations) {
        var statuses = new ArrayList<TenantStatus>();
        for (var name : form.all("statuses")) {
            var status = AnnouncementPages.STATUSES.stream()
                    .filter(each -> each.name().equalsIgnoreCase(name))
                    .findFirst();
            violations.check(status.isPresent(), "/statuses", "choice", "There is no such status.");
            status.ifPresent(statuses::add);
        }
        return statuses;
    }
}
