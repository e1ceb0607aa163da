package org.plenary.conference.body;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.BodyPeople;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who sits in a body: they get the role that it gives as long as they do. */
@Component
class JoiningBodies {
    private static final int NAME_LENGTH = 200;
    private static final int MOST = 200;

    private final BodyRows rows;
    private final BodyPeople people;
    private final AuditTrail audit;
    private final Clock clock;

    JoiningBodies(BodyRows rows, BodyPeople people, AuditTrail audit, Clock clock) {

        this.rows = rows;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A member as somebody writes it.
     *
     * @param email null for somebody who is known by name only
     * @param until the last day; null for no end
     * @param language in which they are asked; null for English
     */
    record MemberInput(
            @Nullable String name,
            @Nullable String email,
            @Nullable Boolean isChair,
            @Nullable LocalDate until,
            @Nullable String language) {
        @Nullable
        String address() {
            return email == null || email.isBlank() ? null : email.strip().toLowerCase(Locale.ROOT);
        }

        Locale locale() {
            return Languages.nearest(language == null ? "" : language);
        }
    }

    /** @param standing null when no role was given or offered */
    record Seated(BodyMember member, BodyPeople.@Nullable Standing standing) {}

    /** The day by which they end, as all roles do. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Tenancy.require().timeZone());
    }

    @Transactional(readOnly = true)
    public List<Seated> of(Body body) {
        return seated(body, people.of(body.seats()));
    }

    /** By the ids of their bodies. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Seated>> all(ConferenceView conference) {
        var found = new HashMap<UUID, List<Seated>>();
        var bodies = rows.all(conference.id());
        var standing =
                people.of(bodies.stream().flatMap(body -> body.seats().stream()).toList());
        for (var body : bodies) found.put(body.id(), seated(body, standing));
        return found;
    }

    /** Those in the chair first. */
    private static List<Seated> seated(Body body, Map<UUID, BodyPeople.Standing> standing) {
        return body.members().stream()
                .sorted(Comparator.comparing(member -> !member.isChair()))
                .map(member -> new Seated(member, standing.get(member.id())))
                .toList();
    }

    BodyMember require(Body body, UUID id) {
        return body.members().stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("This member"));
    }

    @Transactional
    public BodyMember add(ConferenceView conference, UUID id, MemberInput input) {
        var body = lock(conference, id);
        var found = new Violations().text("/name", input.name(), NAME_LENGTH);
        var email = input.address();
        checkEmail(found, body, email);
        checkDay(found, input.until());
        found.throwIfAny();
        if (input.name() == null) throw new IllegalStateException("it was checked above");
        if (body.members().size() >= MOST)
            throw new Problem.Conflict("too_many_members", "A body has at most 200 members.");
        var member = new BodyMember(
                Ids.next(), input.name().strip(), email, null, Boolean.TRUE.equals(input.isChair()), input.until());
        var seated = giveRole(conference, body, member, input.locale());
        rows.put(conference.id(), body.with(seated));
        record("body.member-added", conference, body, seated);
        return seated;
    }

    private void checkEmail(Violations found, Body body, @Nullable String email) {
        if (email == null) return;
        found.email("/email", email);
        var isThere = body.members().stream().anyMatch(each -> email.equals(each.email()));
        found.check(!isThere, "/email", "already_in_body", "Somebody of this address is in the body already.");
    }

    private void checkDay(Violations found, @Nullable LocalDate until) {
        if (until != null) found.check(!until.isBefore(today()), "/until", "day_over", "This day is over.");
    }

    /** @return the member, by now with the account of somebody who works here */
    private BodyMember giveRole(ConferenceView conference, Body body, BodyMember member, Locale language) {
        var role = body.details().role();
        var email = member.email();
        if (email == null) return member;
        var account = role == null
                ? people.staff(conference.id()).stream()
                        .filter(each -> each.email().equalsIgnoreCase(email))
                        .map(BodyPeople.Someone::account)
                        .findFirst()
                : people.seat(
                        new BodyPeople.Seat(member.id(), conference.slug(), role, member.until()),
                        conference.id(),
                        member.name(),
                        email,
                        language);
        return new BodyMember(
                member.id(), member.name(), email, account.orElse(member.account()), member.isChair(), member.until());
    }

    /** The body gives a role from now on: who works for the conference already gets it, and nobody is written to. */
    void giveToColleagues(ConferenceView conference, Body body) {
        var colleagues = people.staff(conference.id());
        var changed = body;
        for (var member : body.members()) {
            var isColleague = colleagues.stream().anyMatch(each -> each.email().equalsIgnoreCase(member.email()));
            if (isColleague && !member.isOver(today()))
                changed = changed.with(giveRole(conference, body, member, Locale.ENGLISH));
        }
        rows.put(conference.id(), changed);
    }

    /** The address stays, whatever is sent: whoever has another is somebody else. */
    @Transactional
    public BodyMember change(ConferenceView conference, UUID id, UUID someone, MemberInput input) {
        var body = lock(conference, id);
        var before = require(body, someone);
        var found = new Violations().text("/name", input.name(), NAME_LENGTH);
        var isMoved = !Objects.equals(input.until(), before.until());
        if (isMoved) {
            checkDay(found, input.until());
            var role = body.details().role();
            if (role != null) people.check(found, conference.slug(), role);
        }
        found.throwIfAny();
        if (input.name() == null) throw new IllegalStateException("it was checked above");
        var member = new BodyMember(
                someone,
                input.name().strip(),
                before.email(),
                before.account(),
                Boolean.TRUE.equals(input.isChair()),
                input.until());
        rows.put(conference.id(), body.with(member));
        if (isMoved) people.move(someone, input.until());
        record("body.member-changed", conference, body, member);
        return member;
    }

    /** Asks somebody who has no role by the body, because they did not answer or because it gave none when they came. */
    @Transactional
    public void invite(ConferenceView conference, UUID id, UUID someone, Locale language) {
        var body = lock(conference, id);
        var member = require(body, someone);
        if (body.details().role() == null || member.email() == null || member.isOver(today()))
            throw new Problem.Conflict("no_role_to_give", "There is no role to be given to this member.");
        rows.put(conference.id(), body.with(giveRole(conference, body, member, language)));
        record("body.member-invited", conference, body, member);
    }

    @Transactional
    public void remove(ConferenceView conference, UUID id, UUID someone) {
        var body = lock(conference, id);
        var member = require(body, someone);
        people.unseat(List.of(someone));
        rows.put(conference.id(), body.without(someone));
        record("body.member-removed", conference, body, member);
    }

    private Body lock(ConferenceView conference, UUID id) {
        rows.lock(conference.id());
        return rows.find(conference.id(), id).orElseThrow(() -> new Problem.NotFound("This body"));
    }

    private void record(String action, ConferenceView conference, Body body, BodyMember member) {
        audit.record(
                action,
                body.id().toString(),
                Map.of("conference", conference.slug(), "seat", member.id().toString()));
    }
}
