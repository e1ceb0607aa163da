package org.plenary.conference.supplier;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.AgreementKind;

/**
 * An agreement with a supplier of a conference.
 *
 * @param supplier its name
 * @param signedOn there exactly when it is signed
 * @param note for the organizers alone
 */
record Agreement(
        UUID id,
        AgreementKind kind,
        String supplier,
        Status status,
        @Nullable LocalDate signedOn,
        @Nullable String note,
        @Nullable Attached file,
        long version) {

    /** The paper itself. */
    record Attached(UUID id, String name) {}

    enum Status {
        NOT_NEEDED,
        DRAFT,
        SENT,
        SIGNED;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The last part of its message keys. */
        String messageKey() {
            return wire().replace('_', '-');
        }

        static Optional<Status> ofWire(@Nullable String name) {
            return Arrays.stream(values())
                    .filter(status -> status.wire().equals(name))
                    .findFirst();
        }
    }
}
