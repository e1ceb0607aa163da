package org.plenary.conference.supplier;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.AgreementKind;
import org.plenary.conference.supplier.Agreement.Attached;
import org.plenary.conference.supplier.Agreement.Status;
import org.plenary.kernel.Violations;

/**
 * An agreement as the organizer writes it.
 *
 * @param status null for a draft
 * @param fileToken names an uploaded file; null keeps the file there is, and the empty text takes it away
 */
record AgreementInput(
        @Nullable String kind,
        @Nullable String supplier,
        @Nullable String status,
        @Nullable LocalDate signedOn,
        @Nullable String note,
        @Nullable String fileToken) {
    private static final int MAXIMUM_SUPPLIER = 200;
    private static final int MAXIMUM_NOTE = 2000;

    boolean takesFileAway() {
        return fileToken != null && fileToken.isBlank();
    }

    /**
     * @param today somewhere on Earth it may be tomorrow already
     * @throws org.plenary.kernel.Problem.InvalidInput naming everything that is wrong
     */
    Agreement checked(UUID id, @Nullable Attached file, long version, LocalDate today) {
        var found = new Violations().text("/supplier", supplier, MAXIMUM_SUPPLIER);
        found.optionalText("/note", note, MAXIMUM_NOTE);
        var chosenKind = AgreementKind.ofWire(kind);
        found.check(chosenKind.isPresent(), "/kind", "agreement_kind", "This is no kind of supplier.");
        var chosen = status == null ? Status.DRAFT : Status.ofWire(status).orElse(null);
        found.check(chosen != null, "/status", "agreement_status", "One of: not_needed, draft, sent, signed.");
        var isSigned = chosen == Status.SIGNED;
        if (isSigned && signedOn == null) found.add("/signed_on", "required", "This is required.");
        if (!isSigned && chosen != null && signedOn != null)
            found.add(
                    "/signed_on", "signed_on_unsigned", "Only a signed agreement has the day on which it was signed.");
        if (isSigned && signedOn != null)
            found.check(
                    signedOn.getYear() > 1900 && !signedOn.isAfter(today.plusDays(1)),
                    "/signed_on",
                    "signed_on_future",
                    "This day is still to come.");
        found.throwIfAny();
        if (chosen == null || supplier == null) throw new IllegalStateException("it was checked above");
        var kept = note == null || note.isBlank() ? null : note.strip();
        return new Agreement(id, chosenKind.orElseThrow(), supplier.strip(), chosen, signedOn, kept, file, version);
    }
}
