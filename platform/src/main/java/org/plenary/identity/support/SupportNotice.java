package org.plenary.identity.support;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.StaffNotice;
import org.plenary.identity.SupportAccesses;
import org.plenary.kernel.Remembered;
import org.plenary.kernel.web.Formats;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says on each page that an operator may look at it: to the operator as to the organization's own people. */
@Component
class SupportNotice implements StaffNotice {
    private static final int MOST = 5;

    private final StoredSupport support;
    private final Callers callers;
    private final MessageSource messages;
    private final Formats formats;
    private final Clock clock;
    private final Remembered<TenantId, List<SupportAccesses.Access>> known = new Remembered<>(Duration.ofSeconds(5));

    SupportNotice(StoredSupport support, Callers callers, MessageSource messages, Formats formats, Clock clock) {
        this.support = support;
        this.callers = callers;
        this.messages = messages;
        this.formats = formats;
        this.clock = clock;
    }

    @Override
    public Permission permission() {
        return Permission.CONFERENCE_READ;
    }

    @Override
    public Optional<Note> of(Tenant tenant, Locale locale) {
        var now = clock.instant();
        return accesses(tenant.id()).stream()
                .filter(access -> access.isOpen(now))
                .findFirst()
                .map(access -> note(tenant, access, locale));
    }

    /** Who looks in is told on their very first page, and not once what others were told before is forgotten. */
    private List<SupportAccesses.Access> accesses(TenantId tenant) {
        return callers.current().isSupport()
                ? support.latest(tenant, MOST)
                : known.of(tenant, id -> support.latest(id, MOST));
    }

    private Note note(Tenant tenant, SupportAccesses.Access access, Locale locale) {
        var isThey = callers.current().isSupport();
        var until = formats.dateTime(access.endsAt(), tenant.timeZone());
        return new Note(
                isThey ? "warning" : "info",
                text(isThey ? "you" : "they", locale, access.name(), until),
                isThey ? "/manage" : SupportPages.PATH,
                text(isThey ? "start" : "see", locale));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage("identity.support.notice." + key, arguments, locale);
    }
}
