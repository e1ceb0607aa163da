package org.plenary.papers.committee;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was asked to review for a conference. A value: each verb gives the reviewer as they are afterwards, {@link Reviewers}
 * keeps it.
 *
 * @param account by which they come in; null until they have said yes
 * @param email to which they were asked, in lower case
 * @param reason why they said no
 * @param version rises with every change
 */
public record Reviewer(
        UUID id,
        UUID conference,
        @Nullable UUID account,
        String email,
        String name,
        Locale locale,
        Seat seat,
        Profile profile,
        Standing standing,
        @Nullable String reason,
        Instant askedAt,
        @Nullable Instant answeredAt,
        long version) {

    /** How they stand to the conference. */
    public enum Standing {
        ASKED,
        ACCEPTED,
        DECLINED,
        REMOVED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Standing of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Whether they review: papers are given to nobody else. */
    public boolean isActive() {
        return standing == Standing.ACCEPTED;
    }

    /** Whether they have said what they know. */
    public boolean isDescribed() {
        return profile.isTelling();
    }

    /** How many papers they take: what the chairs ask, or less when they say so. */
    public int capacity() {
        var own = profile.most();
        return own == null ? seat.most() : Math.min(own, seat.most());
    }

    Reviewer accept(UUID account, Instant now) {
        return with(account, seat, profile, Standing.ACCEPTED, null, now);
    }

    Reviewer decline(@Nullable String reason, Instant now) {
        return with(account, seat, profile, Standing.DECLINED, reason, now);
    }

    Reviewer remove(Instant now) {
        return with(null, seat, profile, Standing.REMOVED, null, now);
    }

    Reviewer say(Profile profile) {
        return with(account, seat, profile, standing, reason, answeredAt);
    }

    Reviewer place(Seat seat) {
        return with(account, seat, profile, standing, reason, answeredAt);
    }

    /** As they are asked once more; somebody who said no or went may come back. */
    Reviewer ask(String name, Locale locale, Seat seat, Instant now) {
        return new Reviewer(
                id, conference, null, email, name, locale, seat, profile, Standing.ASKED, null, now, null, version + 1);
    }

    /** The same question once more, at a later time. */
    Reviewer remind(Instant now) {
        return new Reviewer(
                id,
                conference,
                account,
                email,
                name,
                locale,
                seat,
                profile,
                standing,
                reason,
                now,
                answeredAt,
                version + 1);
    }

    private Reviewer with(
            @Nullable UUID account,
            Seat seat,
            Profile profile,
            Standing standing,
            @Nullable String reason,
            @Nullable Instant answeredAt) {
        return new Reviewer(
                id,
                conference,
                account,
                email,
                name,
                locale,
                seat,
                profile,
                standing,
                reason,
                askedAt,
                answeredAt,
                version + 1);
    }
}
