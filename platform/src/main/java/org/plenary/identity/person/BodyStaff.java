package org.plenary.identity.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.BodyPeople;
import org.plenary.identity.Permission;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Choice;
import org.springframework.stereotype.Component;

/** Keeps them as people with roles that carry their seat. */
@Component
class BodyStaff implements BodyPeople {
    private static final int NAME_LENGTH = 200;

    private final People people;
    private final Grants grants;
    private final Offers offers;
    private final PartnerStaff.Rules rules;
    private final AuditTrail audit;

    BodyStaff(People people, Grants grants, Offers offers, PartnerStaff.Rules rules, AuditTrail audit) {
        this.people = people;
        this.grants = grants;
        this.offers = offers;
        this.rules = rules;
        this.audit = audit;
    }

    /** Roles that wait for an answer. */
    @Component
    record Offers(StoredInvitations stored, InvitingMembers inviting) {}

    @Override
    public List<Choice> roles(Locale locale) {
        return rules.words().roles(rules.wishes().givableHere(), locale);
    }

    @Override
    public String name(String role, Locale locale) {
        return Role.ofCode(role).map(known -> rules.words().name(known, locale)).orElse(role);
    }

    @Override
    public void check(Violations found, String conference, String role) {
        var isThere = Role.ofCode(role).filter(Role::isOfConferences).isPresent();
        if (isThere) rules.wishes().check(found, new WantedRoles.Wish(role, conference, null));
        else found.add("/role", "unknown_role", "There is no such role for a conference.");
    }

    @Override
    public List<Someone> staff(UUID conference) {
        return people.who(Permission.CONFERENCE_READ, conference).stream()
                .map(person -> new Someone(person.accountId(), person.name(), person.email()))
                .sorted(Comparator.comparing(Someone::name))
                .toList();
    }

    @Override
    public Optional<UUID> seat(Seat seat, UUID conference, String name, String email, Locale language) {
        var violations = new Violations().text("/name", name, NAME_LENGTH).email("/email", email);
        var wish = new WantedRoles.Wish(seat.role(), seat.conference(), seat.until());
        var checked = rules.wishes().check(violations, wish);
        violations.throwIfAny();
        var wanted = checked.orElseThrow().ofSeat(seat.id());
        var told = wish.forAudit();
        told.put("seat", seat.id().toString());
        var colleague = people.who(Permission.CONFERENCE_READ, conference).stream()
                .filter(person -> person.email().equalsIgnoreCase(email.strip()))
                .findFirst();
        if (colleague.isEmpty()) {
            offers.stored().removeOfSeats(List.of(seat.id()));
            offers.inviting().invite(name, email, language, wanted, told);
            return Optional.empty();
        }
        var person = colleague.get();
        rules.quota().within("/email", () -> {
            grants.adopt(person.id());
            grants.give(person.id(), wanted);
            return person;
        });
        audit.record("member.role-given", person.id().toString(), told);
        return Optional.of(person.accountId());
    }

    @Override
    public void change(Collection<UUID> seats, String role) {
        var known = Role.ofCode(role).orElseThrow();
        rules.quota().within("/role", () -> {
            grants.changeOfSeats(seats, known);
            offers.stored().changeOfSeats(seats, known);
            return known;
        });
    }

    @Override
    public void move(UUID seat, @Nullable LocalDate until) {
        rules.quota().within("/until", () -> {
            grants.moveOfSeat(seat, until);
            offers.stored().moveOfSeat(seat, until);
            return seat;
        });
    }

    @Override
    public void unseat(Collection<UUID> seats) {
        offers.stored().removeOfSeats(seats);
        for (var person : grants.endOfSeats(seats))
            if (grants.hasNone(person)) people.byId(person).ifPresent(people::remove);
    }

    @Override
    public Set<UUID> seatsOf(UUID account) {
        return people.ofAccount(account).stream()
                .flatMap(person -> person.grants().stream())
                .flatMap(grant -> Stream.ofNullable(grant.seat()))
                .collect(Collectors.toSet());
    }

    @Override
    public Map<UUID, Standing> of(Collection<UUID> seats) {
        var found = new HashMap<UUID, Standing>();
        offers.stored().ofSeats(seats).forEach(seat -> found.put(seat, Standing.ASKED));
        var today = people.today();
        grants.ofSeats(seats).forEach((seat, until) -> {
            var isOver = until.filter(today::isAfter).isPresent();
            found.put(seat, isOver ? Standing.OVER : Standing.HOLDS);
        });
        return found;
    }
}
