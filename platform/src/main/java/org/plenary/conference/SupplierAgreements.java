package org.plenary.conference;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The agreements with the suppliers of a conference, for those whose things depend on one. */
public interface SupplierAgreements {
    /** @param status the last part of the message key {@code conference.agreement.status-<status>}: {@code not-needed}, {@code draft}, {@code sent}, {@code signed} */
    record Named(UUID id, String supplier, String status) {}

    /** By kind, each in the order in which they were made. */
    Map<AgreementKind, List<Named>> all(UUID conference);

    default List<Named> ofKind(UUID conference, AgreementKind kind) {
        return all(conference).getOrDefault(kind, List.of());
    }

    /** Makes a draft, in the caller's transaction. */
    UUID draft(ConferenceView conference, AgreementKind kind, String supplier);
}
