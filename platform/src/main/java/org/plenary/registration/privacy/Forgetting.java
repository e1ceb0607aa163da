package org.plenary.registration.privacy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.plenary.communication.SentMails;
import org.plenary.files.FileStore;
import org.plenary.fulltext.DocumentChanged;
import org.plenary.identity.AuditTrail;
import org.plenary.registration.PersonalData;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets people: what says who they are is blanked or deleted, while lines, amounts, countries and documents stay, for the books. All
 * of it is one transaction, so after a crash it is begun anew, and what is done is not done twice.
 */
@Component
class Forgetting {
    private final Erasures erasures;
    private final Subjects subjects;
    private final PersonalRows rows;
    private final Elsewhere elsewhere;
    private final Clock clock;

    Forgetting(Erasures erasures, Subjects subjects, PersonalRows rows, Elsewhere elsewhere, Clock clock) {
        this.erasures = erasures;
        this.subjects = subjects;
        this.rows = rows;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    /** What other modules keep, and who is told. */
    @Component
    record Elsewhere(
            FileStore files,
            SentMails mails,
            ObjectProvider<PersonalData> parts,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        void erase(Subject subject, UUID request, List<UUID> sent) {
            parts.forEach(part -> part.erase(subject.orders()));
            sent.forEach(files::delete);
            mails.erase(subject.ownEmails(), List.of());
            mails.erase(
                    subject.emails(),
                    Stream.of(subject.orders(), subject.delegates(), List.of(request))
                            .flatMap(List::stream)
                            .map(UUID::toString)
                            .toList());
            subject.delegates()
                    .forEach(delegate -> events.publishEvent(
                            new DocumentChanged(Tenancy.require().id(), "delegate", delegate)));
            audit.record(
                    "delegates.erased-on-request",
                    subject.code(),
                    Map.of(
                            "orders", subject.orders().size(),
                            "delegates", subject.delegates().size()));
        }
    }

    /** Nothing when it is done already. */
    @Transactional
    public void forget(Erasure erasure) {
        if (!erasures.done(erasure.id(), clock.instant())) return;
        var subject = subjects.of(erasure.order());
        var files = rows.files(subject);
        rows.blank(subject);
        elsewhere.erase(subject, erasure.id(), files);
    }
}
