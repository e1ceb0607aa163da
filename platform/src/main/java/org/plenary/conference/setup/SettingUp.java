package org.plenary.conference.setup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceStatus;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.Venue;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Ids;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Preconditions;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Making conferences and changing what they are. */
@Component
public class SettingUp {
    private static final LocalizedText NONE = new LocalizedText(Map.of());

    private final Conferences conferences;
    private final ConferenceDocuments documents;
    private final Lifecycle lifecycle;
    private final AuditTrail audit;
    private final Clock clock;

    SettingUp(
            Conferences conferences,
            ConferenceDocuments documents,
            Lifecycle lifecycle,
            AuditTrail audit,
            Clock clock) {
        this.conferences = conferences;
        this.documents = documents;
        this.lifecycle = lifecycle;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public ConferenceView create(ConferenceChange wanted) {
        var violations = new ConferenceRules(LocalDate.now(clock)).check(wanted);
        if (wanted.slug() != null && conferences.existsBySlug(wanted.slug()))
            violations.add("/slug", "taken", "This address is taken.");
        violations.throwIfAny();
        lifecycle.requireRoom();
        var conference = save(new Conference(Ids.next(), settings(wanted), clock.instant()));
        lifecycle.begin(conference);
        audit.record("conference.created", conference.id().toString(), Map.of("slug", conference.slug()));
        return documents.view(conference);
    }

    /** @param ifMatch the ETag that the caller read, or null to change whatever there is */
    @Transactional
    public ConferenceView change(String slug, @Nullable String ifMatch, ConferenceChange change) {
        var conference = conferences.findBySlug(slug).orElseThrow(StoredConferences::notFound);
        Preconditions.check(ifMatch, conference.version());
        var next = status(change.status(), conference);
        var wanted = merge(conference, change);
        check(conference, wanted);
        if (conference.status() == ConferenceStatus.ARCHIVED && !isOnlyStatus(change))
            throw new Problem.Conflict("archived", "An archived conference is not changed any more.");
        var before = documents.view(conference);
        conference.edit(settings(wanted));
        next.ifPresent(status -> lifecycle.move(conference, status));
        var saved = save(conference);
        var after = documents.view(saved);
        if (!isOnlyStatus(change))
            audit.changed(
                    "conference.changed", saved.id().toString(), Map.of("conference", after.slug()), before, after);
        return after;
    }

    /** Moves the conference on, as its page's buttons do. */
    @Transactional
    public ConferenceView move(String slug, ConferenceStatus status) {
        return change(slug, null, ConferenceChange.ofStatus(status.name().toLowerCase(Locale.ROOT)));
    }

    private void check(Conference conference, ConferenceChange wanted) {
        var violations = new ConferenceRules(LocalDate.now(clock)).check(wanted);
        var otherSlug = !conference.slug().equals(wanted.slug());
        if (conference.wasPublic()) {
            violations.check(!otherSlug, "/slug", "fixed", "This cannot change once the conference was published.");
            violations.check(
                    conference.currency().equals(wanted.currency()),
                    "/currency",
                    "fixed",
                    "This cannot change once the conference was published.");
        } else if (otherSlug && wanted.slug() != null && conferences.existsBySlug(wanted.slug())) {
            violations.add("/slug", "taken", "This address is taken.");
        }
        violations.throwIfAny();
    }

    private Conference save(Conference conference) {
        try {
            var saved = conferences.saveAndFlush(conference);
            lifecycle.changed(saved);
            return saved;
        } catch (DataIntegrityViolationException e) {
            // Somebody took the slug since it was looked up: the only other constraint is checked by the rules.
            throw new Problem.InvalidInput("/slug", "taken", "This address is taken.");
        }
    }

    private ConferenceChange merge(Conference now, ConferenceChange change) {
        var details = documents.details(now);
        return new ConferenceChange(
                orElse(change.slug(), now.slug()),
                orElse(change.name(), details.name()),
                orElse(change.description(), details.description()),
                orElse(change.startsOn(), now.startsOn()),
                orElse(change.endsOn(), now.endsOn()),
                orElse(change.timeZone(), now.timeZone()),
                orElse(change.venue(), venueChange(details.venue())),
                orElse(change.currency(), now.currency()),
                orElse(change.languages(), List.<@Nullable String>copyOf(details.languages())),
                null,
                orElse(change.expectedAttendance(), orElse(details.expectedAttendance(), 0)),
                orElse(change.cutOff(), ConferenceChange.CutOffChange.of(details.cutOff())));
    }

    private static ConferenceChange.VenueChange venueChange(Venue venue) {
        return new ConferenceChange.VenueChange(venue.name(), venue.city(), venue.country());
    }

    /** What was checked, without its nulls. */
    private Conference.Settings settings(ConferenceChange checked) {
        var venue = Objects.requireNonNull(checked.venue());
        var languages = Objects.requireNonNull(checked.languages()).stream()
                .map(Objects::requireNonNull)
                .toList();
        var details = new ConferenceDetails(
                Objects.requireNonNull(checked.name()),
                orElse(checked.description(), NONE),
                new Venue(
                        Objects.requireNonNull(venue.name()),
                        Objects.requireNonNull(venue.city()),
                        Objects.requireNonNull(venue.country())),
                languages,
                orElse(checked.expectedAttendance(), 0) == 0 ? null : checked.expectedAttendance(),
                checked.cutOff() == null ? null : checked.cutOff().cutOff());
        return new Conference.Settings(
                Objects.requireNonNull(checked.slug()),
                Objects.requireNonNull(checked.startsOn()),
                Objects.requireNonNull(checked.endsOn()),
                Objects.requireNonNull(checked.timeZone()),
                Objects.requireNonNull(checked.currency()),
                documents.write(details));
    }

    /** Cancelling is no such change: see {@link org.plenary.conference.ConferenceCancelling}. */
    private static Optional<ConferenceStatus> status(@Nullable String name, Conference conference) {
        if (name == null) return Optional.empty();
        for (var status : ConferenceStatus.values())
            if ((status != ConferenceStatus.CANCELLED || conference.status() == status)
                    && status.name().toLowerCase(Locale.ROOT).equals(name)) return Optional.of(status);
        throw new Problem.InvalidInput("/status", "choice", "One of: draft, published, closed, archived.");
    }

    private static boolean isOnlyStatus(ConferenceChange change) {
        return change.equals(ConferenceChange.ofStatus(change.status()));
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
