package org.plenary.identity.audit;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.plenary.identity.audit.StoredAuditTrail.Wanted;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Narrowing;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.springframework.stereotype.Component;

/** Reads what of an audit trail is asked for. */
@Component
class AuditFilter {
    static final Narrowing BY = new Narrowing(List.of("who", "action", "subject", "from", "until"));

    private final PageErrors errors;

    AuditFilter(PageErrors errors) {
        this.errors = errors;
    }

    /** @param zone in which days are whole ones */
    Narrowing.Read<Wanted> read(Posted form, ZoneId zone, Locale locale) {
        var found = new Violations();
        var wanted = new Wanted(
                form.text("who"),
                form.text("action"),
                form.text("subject"),
                Narrowing.day(form, "from", 0, zone, found),
                Narrowing.day(form, "until", 1, zone, found));
        return Narrowing.read(wanted, found, errors, locale);
    }
}
