package org.plenary.admin.announcement;

import java.util.Locale;
import java.util.Optional;
import org.plenary.identity.Caller;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.StaffNotice;
import org.plenary.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Shows the most urgent announcement that the reader has not put away; the next one follows when they do. */
@Component
class AnnouncementNotice implements StaffNotice {
    private final StoredAnnouncements announcements;
    private final Callers callers;
    private final MessageSource messages;

    AnnouncementNotice(StoredAnnouncements announcements, Callers callers, MessageSource messages) {
        this.announcements = announcements;
        this.callers = callers;
        this.messages = messages;
    }

    @Override
    public Permission permission() {
        return Permission.CONFERENCE_READ;
    }

    /** Also who has a role in one conference alone. */
    @Override
    public boolean isFor(Caller caller) {
        return caller.mayAnywhere(permission());
    }

    @Override
    public Optional<Note> of(Tenant tenant, Locale locale) {
        var shown = announcements.shown().stream()
                .filter(each -> each.isFor(tenant))
                .toList();
        if (shown.isEmpty()) return Optional.empty();
        var caller = callers.current();
        var dismissed =
                announcements.dismissed(shown.stream().map(Announcement::id).toList(), tenant.id(), caller.id());
        return shown.stream()
                .filter(each -> !dismissed.contains(each.id()))
                .findFirst()
                .map(each -> note(each, caller, locale));
    }

    private Note note(Announcement each, Caller caller, Locale locale) {
        return new Note(
                each.kind().tone(),
                each.title().in(locale),
                TenantAnnouncementPages.PATH + "#a-" + each.id(),
                messages.getMessage("admin.announcement.read", null, locale),
                caller.isSupport() ? null : TenantAnnouncementPages.PATH + "/" + each.id() + "/dismissal");
    }
}
