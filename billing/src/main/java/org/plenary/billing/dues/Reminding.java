package org.plenary.billing.dues;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds debtors of what is overdue, each level once, by itself and by hand. */
@Component
class Reminding {
    private static final Logger LOG = LoggerFactory.getLogger(Reminding.class);
    private static final int AT_ONCE = 200;

    private final OpenItems items;
    private final LevelSettings settings;
    private final Sending sending;
    private final DebtorNotices rows;
    private final Trail trail;

    Reminding(OpenItems items, LevelSettings settings, Sending sending, DebtorNotices rows, Trail trail) {
        this.items = items;
        this.settings = settings;
        this.sending = sending;
        this.rows = rows;
        this.trail = trail;
    }

    /** Who did it, for others to see. */
    @Component("debtorTrail")
    record Trail(AuditTrail audit, Callers callers) {
        String by() {
            return callers.current().name();
        }
    }

    /** Sends what the bound tenant's debtors are to get now; run twice at once it sends nothing twice. Returns how many. */
    int remind(Instant now) {
        var levels = settings.current();
        var all = levels.all();
        if (all.isEmpty()) return 0;
        var sent = 0;
        @Nullable String after = null;
        while (true) {
            var page = items.list(OpenItems.Wanted.ALL, now, after, AT_ONCE);
            for (var item : page) {
                if (item.overdue() < all.getFirst().after()) continue;
                if (isWanted(item, levels, now) && remind(item, levels, now)) sent++;
            }
            if (page.size() < AT_ONCE
                    || page.getLast().overdue() < all.getFirst().after()) break;
            after = page.getLast().cursor();
        }
        if (sent > 0) LOG.info("{} debtors are reminded", sent);
        return sent;
    }

    private static boolean isWanted(OpenItem item, Levels levels, Instant now) {
        if (item.reminded().stopped()) return false;
        return levels.after(item.reminded().level())
                .filter(level -> item.overdue() >= level.after())
                .filter(level -> hasWaited(item, level, now))
                .isPresent();
    }

    /** Whoever was reminded late has as long until the next one as everybody else. */
    private static boolean hasWaited(OpenItem item, Levels.Level level, Instant now) {
        var at = item.reminded().at();
        if (at == null) return true;
        var zone = item.billed().zone();
        return ChronoUnit.DAYS.between(day(at, zone), day(now, zone)) >= level.pause();
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }

    private boolean remind(OpenItem item, Levels levels, Instant now) {
        try {
            return sending.send(item, levels.after(item.reminded().level()).orElseThrow(), now, null);
        } catch (RuntimeException e) {
            LOG.error("the debtor of {} could not be reminded", item.reference(), e);
            return false;
        }
    }

    /**
     * Sends the next level by hand, as soon as the day is past on which the amount was due.
     *
     * @throws Problem.NotFound when nothing is open
     * @throws Problem.Conflict {@code not_due}, {@code all_reminders_sent}, or {@code no_address} when there is nobody to
     *     write to
     */
    @Transactional
    public int remindNow(String reference) {
        var now = items.now();
        var item = items.find(reference, now).orElseThrow(() -> new Problem.NotFound("This open item"));
        if (item.document() == null || item.email().isBlank())
            throw new Problem.Conflict("no_address", "There is no document, or nobody to send it to.");
        if (item.overdue() <= 0) throw new Problem.Conflict("not_due", "Nobody is reminded before the amount is due.");
        var level = settings.current().after(item.reminded().level()).orElseThrow(Reminding::allSent);
        if (!sending.send(item, level, now, trail.by())) throw allSent();
        trail.audit().record("billing.debtor-reminded", reference, Map.of("level", level.number()));
        return level.number();
    }

    private static Problem.Conflict allSent() {
        return new Problem.Conflict("all_reminders_sent", "Every reminder that there is has been sent.");
    }

    /** Whether reminders go out by themselves for an order; by hand they do anyway. */
    @Transactional
    public void stop(String reference, boolean stopped) {
        var unused = items.find(reference, items.now()).orElseThrow(() -> new Problem.NotFound("This open item"));
        var changed = stopped ? rows.stop(reference, trail.by(), items.now()) : rows.resume(reference);
        if (changed)
            trail.audit()
                    .record(stopped ? "billing.reminders-stopped" : "billing.reminders-resumed", reference, Map.of());
    }

    @Component
    static class Sending {
        private final DebtorNotices rows;
        private final ApplicationEventPublisher events;

        Sending(DebtorNotices rows, ApplicationEventPublisher events) {
            this.rows = rows;
            this.events = events;
        }

        /** False when it was sent before, or cannot be. */
        @Transactional
        public boolean send(OpenItem item, Levels.Level level, Instant now, @Nullable String by) {
            var document = item.document();
            if (document == null || item.email().isBlank()) return false;
            var notice = new DebtorNotices.Notice(document, level.number(), item.reference(), item.amount(), now, by);
            if (!rows.insert(notice)) return false;
            events.publishEvent(new DebtorReminded(Tenancy.require().id(), item.reference(), document, level.number()));
            return true;
        }
    }
}
