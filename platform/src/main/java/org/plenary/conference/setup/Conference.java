package org.plenary.conference.setup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceStatus;
import org.plenary.kernel.Problem;

/** The conference as it is changed. Its document is written and read by {@link ConferenceDocuments}. */
@Entity
@Table(name = "conference")
class Conference {
    @Id
    private UUID id;

    @Column
    private String slug;

    @Enumerated(EnumType.STRING)
    @Column
    private ConferenceStatus status;

    @Column
    private LocalDate startsOn;

    @Column
    private LocalDate endsOn;

    @Column
    private String timeZone;

    @Column
    private String currency;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column
    private String details;

    @Column
    private Instant createdAt;

    @Column
    private @Nullable Instant publishedAt;

    // A boxed version lets Spring Data tell a new conference, which has its id already, from a stored one.
    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Conference() {}

    Conference(UUID id, Settings settings, Instant createdAt) {
        this.id = id;
        this.status = ConferenceStatus.DRAFT;
        this.createdAt = createdAt;
        this.slug = settings.slug();
        this.startsOn = settings.startsOn();
        this.endsOn = settings.endsOn();
        this.timeZone = settings.timeZone();
        this.currency = settings.currency();
        this.details = settings.details();
    }

    /** Checked values of what can be edited; {@code details} is a JSON document. */
    record Settings(
            String slug, LocalDate startsOn, LocalDate endsOn, String timeZone, String currency, String details) {}

    void edit(Settings settings) {
        slug = settings.slug();
        startsOn = settings.startsOn();
        endsOn = settings.endsOn();
        timeZone = settings.timeZone();
        currency = settings.currency();
        details = settings.details();
    }

    /** @throws Problem.Conflict when a conference cannot go this way */
    void moveTo(ConferenceStatus next, Instant now) {
        if (!mayMoveTo(next))
            throw new Problem.Conflict(
                    "status_move", "A conference that is " + lower(status) + " cannot become " + lower(next) + ".");
        if (next == ConferenceStatus.PUBLISHED && publishedAt == null) publishedAt = now;
        status = next;
    }

    boolean mayMoveTo(ConferenceStatus next) {
        return switch (status) {
            case DRAFT -> next == ConferenceStatus.PUBLISHED;
            case PUBLISHED -> next == ConferenceStatus.CLOSED || next == ConferenceStatus.CANCELLED;
            case CLOSED ->
                next == ConferenceStatus.PUBLISHED
                        || next == ConferenceStatus.CANCELLED
                        || next == ConferenceStatus.ARCHIVED;
            case CANCELLED -> next == ConferenceStatus.ARCHIVED;
            case ARCHIVED -> false;
        };
    }

    /** Whether people may have its address or have seen its prices. */
    boolean wasPublic() {
        return publishedAt != null;
    }

    private static String lower(ConferenceStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    UUID id() {
        return id;
    }

    String slug() {
        return slug;
    }

    ConferenceStatus status() {
        return status;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    String timeZone() {
        return timeZone;
    }

    String currency() {
        return currency;
    }

    String details() {
        return details;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
