package org.plenary.conference.partner;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.TypedTime;
import org.plenary.kernel.Violations;

/** A partner's form as the browser sends it. */
record PartnerForm(
        @Nullable String name,
        @Nullable String contactName,
        @Nullable String contactEmail,
        @Nullable String agreement,
        @Nullable String endsOn) {
    private static final int LENGTH = 200;

    static PartnerForm blank() {
        return new PartnerForm(null, null, null, null, null);
    }

    static PartnerForm of(Partner.Details details) {
        return new PartnerForm(
                details.name(),
                details.contactName(),
                details.contactEmail(),
                details.agreement(),
                details.endsOn().toString());
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput naming everything that is wrong */
    Partner.Details checked(LocalDate today) {
        var found = new Violations()
                .text("/name", name, LENGTH)
                .text("/contactName", contactName, LENGTH)
                .email("/contactEmail", contactEmail)
                .optionalText("/agreement", agreement, LENGTH);
        var day = day(found, today);
        found.throwIfAny();
        if (name == null || contactName == null || contactEmail == null || day == null)
            throw new IllegalStateException("it was checked above");
        return new Partner.Details(
                name.strip(),
                contactName.strip(),
                contactEmail.strip(),
                agreement == null || agreement.isBlank() ? null : agreement.strip(),
                day);
    }

    private @Nullable LocalDate day(Violations found, LocalDate today) {
        if (endsOn == null || endsOn.isBlank()) {
            found.add("/endsOn", "required", "This is required.");
            return null;
        }
        try {
            var day = TypedTime.day(endsOn.strip());
            found.check(!day.isBefore(today), "/endsOn", "day_over", "This day is over.");
            return day;
        } catch (DateTimeException e) {
            found.add("/endsOn", "date", "This is not a date.");
            return null;
        }
    }
}
