package org.plenary.conference.supplier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.AgreementKind;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticeContent;
import org.plenary.conference.SupplierAgreements;
import org.plenary.conference.supplier.Agreement.Attached;
import org.plenary.conference.supplier.Agreement.Status;
import org.plenary.files.FileStore;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Preconditions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the agreements with a conference's suppliers. */
@Component
class Agreeing implements SupplierAgreements {
    private static final int MAXIMUM = 200;

    private final AgreementRows rows;
    private final FileStore files;
    private final ObjectProvider<NoticeContent> contents;
    private final AuditTrail audit;
    private final Clock clock;

    /** @param contents looked up late: what they say depends on agreements in turn */
    Agreeing(
            AgreementRows rows,
            FileStore files,
            ObjectProvider<NoticeContent> contents,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.files = files;
        this.contents = contents;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Agreement> list(UUID conference) {
        return rows.all(conference);
    }

    /** @throws Problem.NotFound when this conference has no such agreement */
    @Transactional(readOnly = true)
    public Agreement find(UUID conference, UUID id) {
        return rows.find(conference, id).orElseThrow(Agreeing::notFound);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<AgreementKind, List<Named>> all(UUID conference) {
        return rows.all(conference).stream()
                .collect(Collectors.groupingBy(
                        Agreement::kind, TreeMap::new, Collectors.mapping(Agreeing::named, Collectors.toList())));
    }

    private static Named named(Agreement agreement) {
        return new Named(
                agreement.id(), agreement.supplier(), agreement.status().messageKey());
    }

    @Override
    @Transactional
    public UUID draft(ConferenceView conference, AgreementKind kind, String supplier) {
        return create(conference, new AgreementInput(kind.wire(), supplier, null, null, null, null))
                .id();
    }

    @Transactional
    public Agreement create(ConferenceView conference, AgreementInput input) {
        var agreement = input.checked(Ids.next(), attached(input, null), 0, today());
        if (rows.all(conference.id()).size() >= MAXIMUM)
            throw new Problem.Conflict("too_many_agreements", "A conference has at most 200 agreements.");
        rows.insert(conference.id(), agreement);
        record("agreement.created", conference, agreement);
        return agreement;
    }

    /**
     * @param ifMatch tag of the version that the writer saw; null to write in any case
     * @throws Problem.Conflict {@code agreement_used} when it gets another kind and something depends on it
     */
    @Transactional
    public Agreement change(ConferenceView conference, UUID id, AgreementInput input, @Nullable String ifMatch) {
        var before = find(conference.id(), id);
        Preconditions.check(ifMatch, before.version());
        var agreement = input.checked(id, attached(input, before.file()), before.version() + 1, today());
        if (agreement.kind() != before.kind()) requireUnused(conference, id);
        if (!rows.update(agreement)) throw new Problem.Stale();
        var isSigned = agreement.status() == Status.SIGNED && before.status() != Status.SIGNED;
        record(isSigned ? "agreement.signed" : "agreement.changed", conference, agreement);
        return agreement;
    }

    /** @throws Problem.Conflict {@code agreement_used} when something depends on it */
    @Transactional
    public void delete(ConferenceView conference, UUID id, @Nullable String ifMatch) {
        var agreement = find(conference.id(), id);
        Preconditions.check(ifMatch, agreement.version());
        requireUnused(conference, id);
        rows.delete(id, clock.instant());
        record("agreement.deleted", conference, agreement);
    }

    /** Takes a deletion back. */
    @Transactional
    public void restore(ConferenceView conference, UUID id) {
        if (!rows.restore(conference.id(), id)) throw notFound();
        record("agreement.restored", conference, find(conference.id(), id));
    }

    private void requireUnused(ConferenceView conference, UUID id) {
        var isUsed = contents.stream()
                .flatMap(content -> content.items(conference).stream())
                .anyMatch(item -> id.equals(item.agreement()));
        if (isUsed)
            throw new Problem.Conflict(
                    "agreement_used", "A hotel depends on this agreement; choose another one for the hotel first.");
    }

    private @Nullable Attached attached(AgreementInput input, @Nullable Attached before) {
        if (input.fileToken() == null) return before;
        if (input.takesFileAway()) return null;
        var file = files.byToken(input.fileToken())
                .orElseThrow(() -> new Problem.InvalidInput(
                        "/file_token", "file_token", "This names no uploaded file, or the upload has run out."));
        return new Attached(file.id(), file.name());
    }

    private void record(String action, ConferenceView conference, Agreement agreement) {
        audit.record(
                action,
                agreement.id().toString(),
                Map.of(
                        "conference", conference.slug(),
                        "kind", agreement.kind().wire(),
                        "status", agreement.status().wire()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Problem.NotFound notFound() {
        return new Problem.NotFound("The agreement");
    }
}
