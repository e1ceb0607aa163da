package org.plenary.conference.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenary.conference.ApprovalAwaited;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.application.Application.Guest;
import org.plenary.conference.application.Application.State;
import org.plenary.conference.assessment.Assessing;
import org.plenary.conference.theme.AlikeConferences.Comparison;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes applications, hands them in, and takes them from one who decides to the next. */
@Component
class SeekingApproval {
    private final ApplicationRows rows;
    private final Assessing assessing;
    private final Deciders deciders;
    private final Record record;
    private final Clock clock;

    SeekingApproval(ApplicationRows rows, Assessing assessing, Deciders deciders, Record record, Clock clock) {
        this.rows = rows;
        this.assessing = assessing;
        this.deciders = deciders;
        this.record = record;
        this.clock = clock;
    }

    /** Who did it, that it was done, and who is to know. */
    @Component("applicationRecord")
    record Record(Callers callers, AuditTrail audit, Json json, ApplicationEventPublisher events) {}

    /**
     * @param missing required fields without a value, by their keys; {@code guests} among them
     * @param deviations what is another thing now than what was approved
     */
    record Stand(
            Application application,
            Chain chain,
            Assessing.Standing standing,
            List<Fields.Field> fields,
            List<String> missing,
            List<Scopes.Deviation> deviations) {
        /** Also where rules to which the conference was moved do not know its step any more. */
        public boolean isWithApplicant() {
            return switch (application.state()) {
                case DRAFT, REJECTED -> true;
                case UNDER_REVIEW -> chain.find(application.step()).isEmpty();
                case APPROVED -> !deviations.isEmpty();
            };
        }

        public boolean isEditable() {
            return isWithApplicant()
                    || chain.find(application.step())
                            .filter(Chain.Step::isOfApplicant)
                            .isPresent();
        }

        public boolean mayBeHandedIn() {
            return isWithApplicant() && missing.isEmpty() && standing.blocking() == 0;
        }
    }

    /** Empty for a conference that keeps to no rules. */
    @Transactional(readOnly = true)
    public Optional<Stand> of(ConferenceView conference) {
        return stand(conference, rows.of(conference.id()));
    }

    /** @throws Problem.NotFound for a conference that keeps to no rules */
    @Transactional(readOnly = true)
    public Stand require(ConferenceView conference) {
        return of(conference).orElseThrow(() -> new Problem.NotFound("An application"));
    }

    private Optional<Stand> stand(ConferenceView conference, Application application) {
        return assessing.standing(conference).map(standing -> {
            var fields = Fields.of(conference, standing, application.answers());
            var missing = new ArrayList<String>();
            for (var field : fields) if (field.isMissing()) missing.add(field.key());
            var foreign = standing.foreign();
            var guests = application.guests();
            if (Fields.asksGuests(standing.rules())
                    && (foreign != null && foreign > 0 && guests.isEmpty()
                            || !guests.stream().allMatch(Guest::isComplete))) missing.add("guests");
            var approval = application.approval();
            var deviations = approval == null
                    ? List.<Scopes.Deviation>of()
                    : Scopes.between(approval.scope(), Scopes.now(conference, assessing.size(conference)));
            return new Stand(application, Chain.of(standing.rules()), standing, fields, missing, deviations);
        });
    }

    /**
     * Keeps what is written so far, complete or not.
     *
     * @throws Problem.Conflict {@code changed_meanwhile}; {@code application_handed_in} while somebody else has it
     */
    @Transactional
    public void write(ConferenceView conference, Map<String, String> answers, List<Guest> guests, long version) {
        var stand = seen(conference, version);
        if (!stand.isEditable())
            throw new Problem.Conflict("application_handed_in", "It was handed in and is not changed now.");
        var kept = new LinkedHashMap<String, String>();
        for (var field : stand.fields()) {
            var answer = answers.getOrDefault(field.key(), "").strip();
            if (!field.known() && !answer.isEmpty()) kept.put(field.key(), answer);
        }
        put(conference, stand.application().filled(kept, guests));
        record.audit().record("application.written", conference.id().toString(), about(conference));
    }

    /**
     * @param similar kept with it
     * @throws Problem.Conflict {@code changed_meanwhile}; {@code application_incomplete} when something is missing or in the way
     */
    @Transactional
    public void handIn(ConferenceView conference, long version, Comparison similar) {
        var stand = seen(conference, version);
        if (!stand.mayBeHandedIn())
            throw new Problem.Conflict("application_incomplete", "Something is missing or in the way.");
        var caller = record.callers().current();
        var now = clock.instant();
        var moved = stand.application().handedIn(stand.chain().begin(), caller.id(), now, similar);
        put(conference, moved);
        tell(conference, stand.application(), moved);
        rows.add(
                conference.id(),
                new Entry(now, caller.id(), caller.name(), "", null, Action.HAND_IN, "", false, moved.round()),
                document(stand));
        record.audit().record("application.handed-in", conference.id().toString(), about(conference));
    }

    /** @param office for which somebody acts; @param approval what only the last step has */
    record Act(String office, Action action, String comment, String number, LocalDate on) {}

    /**
     * Does something at the step where the application waits.
     *
     * @throws Problem.Conflict {@code changed_meanwhile}; {@code not_deciding} when whoever asks does not act for this office now;
     *     {@code own_application} when they handed it in
     */
    @Transactional
    public void act(ConferenceView conference, Act act, long version) {
        var stand = seen(conference, version);
        var application = stand.application();
        var step = stand.chain()
                .find(application.step())
                .orElseThrow(() -> new Problem.Conflict("not_deciding", "Nobody decides about it now."));
        var agreed = new HashSet<>(rows.agreed(conference.id(), step.key(), application.round()));
        var as = deciders.require(conference, application, step, act.office(), agreed);
        if (act.action() == Action.AGREE) agreed.add(act.office());
        var now = clock.instant();
        var moved = application.moved(stand.chain().after(step, act.action(), agreed), now);
        if (moved.state() == State.APPROVED)
            moved = moved.approved(new Application.Approval(
                    act.number(), act.on(), Scopes.now(conference, assessing.size(conference))));
        put(conference, moved);
        tell(conference, application, moved);
        var caller = record.callers().current();
        rows.add(
                conference.id(),
                new Entry(
                        now,
                        caller.id(),
                        caller.name(),
                        act.office(),
                        step.key(),
                        act.action(),
                        act.comment(),
                        as == Deciders.As.ON_BEHALF,
                        application.round()),
                act.action() == Action.ANSWER ? document(stand) : null);
        var about = new HashMap<String, Object>(about(conference));
        about.put("step", step.key());
        about.put("action", act.action().wire());
        record.audit().record("application.acted", conference.id().toString(), about);
    }

    private Stand seen(ConferenceView conference, long version) {
        var application = rows.locked(conference.id());
        if (application.version() != version) throw changed();
        return stand(conference, application)
                .orElseThrow(() -> new Problem.Conflict("application_incomplete", "The conference keeps to no rules."));
    }

    private void put(ConferenceView conference, Application application) {
        if (!rows.write(conference.id(), application)) throw changed();
    }

    /** Those whose turn it was already, beside others at the same step, are not told again. */
    private void tell(ConferenceView conference, Application before, Application now) {
        if (now.step() == null || now.step().equals(before.step())) return;
        record.events()
                .publishEvent(new ApprovalAwaited(Tenancy.require().id(), conference.id(), before.version() + 1));
    }

    private String document(Stand stand) {
        var all = new LinkedHashMap<String, Object>();
        for (var field : stand.fields()) all.put(field.key(), field.value());
        all.put("guests", stand.application().guests());
        return record.json().write(all);
    }

    private static Map<String, Object> about(ConferenceView conference) {
        return Map.of("conference", conference.slug());
    }

    private static Problem.Conflict changed() {
        return new Problem.Conflict("changed_meanwhile", "Somebody else has changed it meanwhile.");
    }
}
