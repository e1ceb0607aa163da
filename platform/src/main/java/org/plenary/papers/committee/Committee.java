package org.plenary.papers.committee;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.OutsidePeople;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.papers.call.Calls;
import org.plenary.papers.committee.Reviewer.Standing;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks people to review, and takes their answers. */
@Component
class Committee {
    static final int MOST_AT_ONCE = 500;
    private static final int REASON = 1_000;

    /** Pressing the button twice writes nobody two mails. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final Reviewers reviewers;
    private final Calls calls;
    private final OutsidePeople people;
    private final Told told;
    private final Clock clock;

    Committee(Reviewers reviewers, Calls calls, OutsidePeople people, Told told, Clock clock) {
        this.reviewers = reviewers;
        this.calls = calls;
        this.people = people;
        this.told = told;
        this.clock = clock;
    }

    /** Who hears of a change. */
    @Component
    record Told(AuditTrail audit, ApplicationEventPublisher events) {
        void asked(UUID reviewer) {
            events.publishEvent(new ReviewerAsked(Tenancy.require().id(), reviewer));
        }

        void accepted(UUID reviewer) {
            events.publishEvent(new ReviewerAccepted(Tenancy.require().id(), reviewer));
        }

        void removed(UUID reviewer) {
            events.publishEvent(new ReviewerRemoved(reviewer));
        }

        void record(String what, Reviewer reviewer, ConferenceView conference) {
            audit.record(
                    what,
                    reviewer.id().toString(),
                    Map.of("conference", conference.slug(), "reviewer", reviewer.name()));
        }
    }

    /** @param asked how many get a mail now, @param there how many were asked before or review already */
    record Asked(int asked, int there) {}

    /**
     * Asks all of them, or nobody. Who was asked before and has not said no stays as they are.
     *
     * @throws Problem.InvalidInput at {@code /reviewers/0/email} and so on
     */
    @Transactional
    public Asked ask(ConferenceView conference, List<ReviewerInput> inputs) {
        var wrong = new Violations();
        wrong.check(!inputs.isEmpty(), "/reviewers", "required", "This is required.");
        wrong.check(inputs.size() <= MOST_AT_ONCE, "/reviewers", "too_many", "At most " + MOST_AT_ONCE + " at a time.");
        wrong.throwIfAny();
        var call = calls.find(conference.id()).orElse(null);
        var seats = new ArrayList<Seat>();
        for (var i = 0; i < inputs.size(); i++) {
            inputs.get(i).check(wrong, "/reviewers/" + i);
            seats.add(inputs.get(i).seat().checked(wrong, "/reviewers/" + i, call));
        }
        wrong.throwIfAny();
        var asked = 0;
        var seen = new HashSet<String>();
        for (var i = 0; i < inputs.size(); i++) {
            var input = inputs.get(i);
            var email = Kinship.email(Objects.requireNonNull(input.email()));
            if (seen.add(email) && ask(conference, input, email, seats.get(i))) asked++;
        }
        return new Asked(asked, inputs.size() - asked);
    }

    private boolean ask(ConferenceView conference, ReviewerInput input, String email, Seat seat) {
        var now = clock.instant();
        var name = Objects.requireNonNull(input.name()).strip();
        var before = reviewers.byEmail(conference.id(), email).orElse(null);
        if (before == null) {
            var affiliation = input.affiliation();
            var profile = affiliation == null || affiliation.isBlank()
                    ? Profile.UNKNOWN
                    : new Profile(affiliation.strip(), null, Map.of(), "", List.of(), null, null);
            var reviewer = new Reviewer(
                    Ids.next(),
                    conference.id(),
                    null,
                    email,
                    name,
                    input.locale(),
                    seat,
                    profile,
                    Standing.ASKED,
                    null,
                    now,
                    null,
                    1);
            reviewers.insert(reviewer);
            told.record("reviewer.asked", reviewer, conference);
            told.asked(reviewer.id());
            return true;
        }
        if (before.standing() == Standing.ASKED || before.standing() == Standing.ACCEPTED) return false;
        var again = before.ask(name, input.locale(), seat, now);
        reviewers.update(again);
        told.record("reviewer.asked", again, conference);
        told.asked(again.id());
        return true;
    }

    /** Writes once more to everybody who has not answered for a day. @return how many */
    @Transactional
    public int remind(ConferenceView conference) {
        var yesterday = clock.instant().minus(PATIENCE);
        var waiting = reviewers.list(conference.id(), Standing.ASKED, null, Reviewers.MOST).stream()
                .filter(reviewer -> reviewer.askedAt().isBefore(yesterday))
                .toList();
        for (var reviewer : waiting) remind(reviewer);
        return waiting.size();
    }

    private void remind(Reviewer reviewer) {
        reviewers.update(reviewer.remind(clock.instant()));
        told.asked(reviewer.id());
    }

    /**
     * @param signedIn the account of whoever answers, when they are signed in: it becomes the one they review by, whatever address they
     *     were asked at
     * @throws Problem.InvalidInput at {@code /email} when the address must be confirmed first
     * @throws Problem.Conflict code {@code reviewer_already} when this account reviews here by another address
     */
    @Transactional
    public Reviewer accept(ConferenceView conference, Reviewer reviewer, @Nullable UUID signedIn) {
        if (reviewer.isActive()) return reviewer;
        var account = signedIn == null ? people.account(reviewer.name(), reviewer.email()) : signedIn;
        var other = reviewers.byAccount(conference.id(), account).filter(Reviewer::isActive);
        if (other.isPresent())
            throw new Problem.Conflict(
                    "reviewer_already", "You review for this conference by another address already.");
        var accepted = reviewer.accept(account, clock.instant());
        reviewers.update(accepted);
        told.record("reviewer.accepted", accepted, conference);
        told.accepted(accepted.id());
        return accepted;
    }

    /** @throws Problem.InvalidInput at {@code /reason} */
    @Transactional
    public Reviewer decline(ConferenceView conference, Reviewer reviewer, @Nullable String reason) {
        new Violations().optionalText("/reason", reason, REASON).throwIfAny();
        if (reviewer.isActive())
            throw new Problem.Conflict("reviewer_already", "You have said yes already. Ask the chairs to let you go.");
        if (reviewer.standing() == Standing.DECLINED) return reviewer;
        var declined = reviewer.decline(reason == null || reason.isBlank() ? null : reason.strip(), clock.instant());
        reviewers.update(declined);
        told.record("reviewer.declined", declined, conference);
        return declined;
    }

    @Transactional
    public Reviewer place(ConferenceView conference, Reviewer reviewer, ReviewerInput.SeatInput input) {
        var wrong = new Violations();
        var seat = input.checked(wrong, "", calls.find(conference.id()).orElse(null));
        wrong.throwIfAny();
        if (seat.equals(reviewer.seat())) return reviewer;
        var placed = reviewer.place(seat);
        reviewers.update(placed);
        told.record("reviewer.changed", placed, conference);
        return placed;
    }

    /** From the next request on they see nothing any more; what they wrote stays. */
    @Transactional
    public void remove(ConferenceView conference, Reviewer reviewer) {
        if (reviewer.standing() == Standing.REMOVED) return;
        reviewers.update(reviewer.remove(clock.instant()));
        told.removed(reviewer.id());
        told.record("reviewer.removed", reviewer, conference);
    }

    @Transactional
    public Reviewer say(ConferenceView conference, Reviewer reviewer, Profile profile) {
        if (profile.equals(reviewer.profile())) return reviewer;
        var said = reviewer.say(profile);
        reviewers.update(said);
        told.record("reviewer.profile", said, conference);
        return said;
    }
}
