package org.plenary.registration.letter;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.plenary.registration.letter.LetterIssuing.Holder;
import org.plenary.registration.letter.LetterRequest.State;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Delegates ask for invitations, and staff look at who asks before one is issued. */
@Component
class LetterChecking {
    private static final int REASON = 1_000;

    private final LetterRequests requests;
    private final LetterRules rules;
    private final LetterIssuing issuing;
    private final Around around;
    private final Clock clock;

    LetterChecking(LetterRequests requests, LetterRules rules, LetterIssuing issuing, Around around, Clock clock) {
        this.requests = requests;
        this.rules = rules;
        this.issuing = issuing;
        this.around = around;
        this.clock = clock;
    }

    @Component("letterAround")
    record Around(AuditTrail audit, AccessLog log, Callers callers, ApplicationEventPublisher events) {}

    /** A request before staff. @param holder empty when the passport was changed since or is gone */
    record Line(LetterRequest request, Optional<Holder> holder) {
        public @Nullable Passport passport() {
            return holder.flatMap(Holder::passport).orElse(null);
        }
    }

    /**
     * Where an invitation of a delegate stands: {@code free} to be had, {@code none} asked for, {@code asked}, or {@code refused} for
     * this passport.
     */
    @Transactional(readOnly = true)
    public Standing standing(ConferenceView conference, UUID delegate) {
        var holder = issuing.holder(conference, delegate, Kind.INVITATION).orElse(null);
        if (holder == null) return new Standing("missing", "");
        if (!rules.of(conference.id()).checked() || issuing.isIssued(delegate, holder)) return new Standing("free", "");
        return requests.of(delegate)
                .filter(request -> request.isOf(holder.fingerprint()))
                .map(request -> switch (request.state()) {
                    case ASKED -> new Standing("asked", "");
                    case APPROVED -> new Standing("free", "");
                    case REFUSED -> new Standing("refused", request.reason());
                })
                .orElse(new Standing("none", ""));
    }

    /** @param key the last part of the keys of its texts, @param reason why it was refused */
    record Standing(String key, String reason) {
        boolean isFree() {
            return key.equals("free");
        }
    }

    /** @throws Problem.Conflict {@code no_letter} when the delegate cannot have one, or not yet */
    @Transactional
    public void ask(ConferenceView conference, UUID delegate) {
        var holder = issuing.holder(conference, delegate, Kind.INVITATION).orElseThrow(LetterIssuing::none);
        requests.ask(new LetterRequest(
                delegate, conference.id(), holder.fingerprint(), State.ASKED, "", clock.instant(), null, "", 1));
    }

    /** As {@link LetterIssuing#issue}, once staff have looked at it where they want to. */
    @Transactional
    public Letter issue(ConferenceView conference, UUID delegate, Kind kind) {
        if (kind == Kind.INVITATION && !standing(conference, delegate).isFree()) throw LetterIssuing.none();
        return issuing.issue(conference, delegate, kind);
    }

    /** Whoever looks sees passports, which is written down. */
    @Transactional
    public List<Line> lines(ConferenceView conference, State state, int offset, int limit) {
        var found = requests.list(conference.id(), state, offset, limit);
        var holders = issuing.invitations(
                conference, found.stream().map(LetterRequest::delegate).toList());
        around.log()
                .record(Seen.list(
                        conference.id(), Way.PAGE, "letter-requests", found.size(), Map.of("state", state.code())));
        return found.stream()
                .map(request -> new Line(
                        request,
                        Optional.ofNullable(holders.get(request.delegate()))
                                .filter(holder -> request.isOf(holder.fingerprint()))))
                .toList();
    }

    /**
     * @throws Problem.Conflict {@code letter_request_decided} when it is decided, {@code letter_request_outdated} when the passport is
     *     another by now
     */
    @Transactional
    public void approve(ConferenceView conference, UUID delegate) {
        var request = find(conference, delegate);
        var isSame = issuing.holder(conference, delegate, Kind.INVITATION)
                .filter(holder -> request.isOf(holder.fingerprint()))
                .isPresent();
        if (!isSame)
            throw new Problem.Conflict(
                    "letter_request_outdated", "What this person says has changed since they asked.");
        decide(request, State.APPROVED, "");
    }

    /** @throws Problem.InvalidInput at {@code /reason} @throws Problem.Conflict as {@link #approve} */
    @Transactional
    public void refuse(ConferenceView conference, UUID delegate, @Nullable String reason) {
        new Violations().text("/reason", reason, REASON).throwIfAny();
        decide(find(conference, delegate), State.REFUSED, String.valueOf(reason).strip());
    }

    private void decide(LetterRequest request, State state, String reason) {
        var decided = request.decide(state, reason, around.callers().current().name(), clock.instant());
        requests.update(decided);
        around.audit()
                .record("letter-request." + state.code(), request.delegate().toString(), Map.of());
        around.events()
                .publishEvent(new LetterRequestDecided(
                        Tenancy.require().id(), request.conference(), request.delegate(), decided.version()));
    }

    private LetterRequest find(ConferenceView conference, UUID delegate) {
        return requests.of(delegate)
                .filter(request -> request.conference().equals(conference.id()))
                .orElseThrow(() -> new Problem.NotFound("This request"));
    }
}
