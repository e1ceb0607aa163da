package org.plenary.conference.body;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.BodyPeople;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Preconditions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets up the bodies of a conference, and dissolves them. */
@Component
class Constituting {
    static final int MOST = 30;

    private final BodyRows rows;

    private final JoiningBodies joining;
    private final BodyPeople people;
    private final AuditTrail audit;

    Constituting(BodyRows rows, JoiningBodies joining, BodyPeople people, AuditTrail audit) {
        this.rows = rows;

        this.joining = joining;
        this.people = people;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<Body> of(ConferenceView conference) {
        return rows.all(conference.id());
    }

    /** @throws Problem.NotFound when the conference has none such */
    @Transactional(readOnly = true)
    public Body find(ConferenceView conference, UUID id) {
        return rows.find(conference.id(), id).orElseThrow(Constituting::none);
    }

    @Transactional
    public Body create(ConferenceView conference, BodyInput input) {
        rows.lock(conference.id());
        var found = new Violations();
        checkRole(found, conference, input.wantedRole(), null);
        var body = input.checked(found, Ids.next(), null);
        if (rows.all(conference.id()).size() >= MOST)
            throw new Problem.Conflict("too_many_bodies", "A conference has at most 30 bodies.");
        rows.put(conference.id(), body);
        record("body.created", conference, body);
        return body;
    }

    /** @param ifMatch tag of the version that the writer saw; null to write in any case */
    @Transactional
    public Body change(ConferenceView conference, UUID id, BodyInput input, @Nullable String ifMatch) {
        rows.lock(conference.id());
        var before = find(conference, id);
        Preconditions.check(ifMatch, before.version());
        var found = new Violations();
        checkRole(found, conference, input.wantedRole(), before.details().role());
        var body = input.checked(found, id, before);
        rows.put(conference.id(), body);
        changeRole(conference, before, body);
        record("body.changed", conference, body);
        return body;
    }

    /** One that it has already may stay, whoever changes something else. */
    private void checkRole(
            Violations found, ConferenceView conference, @Nullable String role, @Nullable String before) {
        if (role != null && !role.equals(before)) people.check(found, conference.slug(), role);
    }

    private void changeRole(ConferenceView conference, Body before, Body body) {
        var role = body.details().role();
        var old = before.details().role();
        if (Objects.equals(role, old)) return;
        if (role == null) people.unseat(body.seats());
        else if (old == null) joining.giveToColleagues(conference, body);
        else people.change(body.seats(), role);
    }

    /** From the next request on none of its members may do anything by it. */
    @Transactional
    public void dissolve(ConferenceView conference, UUID id, @Nullable String ifMatch) {
        rows.lock(conference.id());
        var body = find(conference, id);
        Preconditions.check(ifMatch, body.version());
        people.unseat(body.seats());
        rows.delete(conference.id(), id);
        for (var other : rows.all(conference.id())) {
            var left = other.duties().stream()
                    .map(duty -> duty.without(id, other.id()))
                    .toList();
            if (!left.equals(other.duties())) rows.put(conference.id(), other.withDuties(left));
        }
        record("body.removed", conference, body);
    }

    private void record(String action, ConferenceView conference, Body body) {
        audit.record(
                action,
                body.id().toString(),
                Map.of(
                        "conference", conference.slug(),
                        "type", body.details().type().wire(),
                        "role", Objects.requireNonNullElse(body.details().role(), "")));
    }

    private static Problem.NotFound none() {
        return new Problem.NotFound("This body");
    }
}
