package org.plenary.identity.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads what of the audit trail is asked for. Days are whole ones in the organization's zone. */
@Component
class AuditFilter {
    private static final List<String> FIELDS = List.of("who", "action", "subject", "from", "until");

    private final PageErrors errors;

    AuditFilter(PageErrors errors) {
        this.errors = errors;
    }

    /** @param errors by the names of the fields; nothing is shown while there are any */
    record Read(StoredAuditTrail.Wanted wanted, List<Violation> wrong, Map<String, String> errors) {
        /** @throws Problem.InvalidInput naming what is wrong */
        StoredAuditTrail.Wanted orRefused() {
            if (!wrong.isEmpty()) throw new Problem.InvalidInput(wrong);
            return wanted;
        }
    }

    Read read(Posted form, Locale locale) {
        var found = new Violations();
        var wanted = new StoredAuditTrail.Wanted(
                form.text("who"),
                form.text("action"),
                form.text("subject"),
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
        var values = new HashMap<String, Object>();
        FIELDS.forEach(field -> values.put(field, form.get(field)));
        return address.encode().buildAndExpand(values).toUriString();
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
