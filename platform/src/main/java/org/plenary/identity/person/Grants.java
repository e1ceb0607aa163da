package org.plenary.identity.person;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The roles of people as they are stored. The version before this one reads one role from the person's own row, so each change
 * writes there what it may know of: the main role without an end for the whole organization, or else the one that opens nothing.
 */
@Component
class Grants {
    private final JdbcClient jdbc;
    private final Clock clock;

    Grants(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is to be given. */
    record Wanted(
            Role role,
            @Nullable UUID conference,
            @Nullable LocalDate until,
            @Nullable UUID partner,
            @Nullable UUID seat) {
        static Wanted forAll(Role role) {
            return new Wanted(role, null, null, null, null);
        }

        Wanted ofPartner(UUID id) {
            return new Wanted(role, conference, until, id, null);
        }

        Wanted ofSeat(UUID id) {
            return new Wanted(role, conference, until, null, id);
        }
    }

    /** The same role at the same place gets the new end. */
    void give(UUID person, Wanted wanted) {
        insert(person, wanted);
        tellVersionBefore(person);
    }

    /** This role in place of all for the whole organization. */
    void replace(UUID person, Role role) {
        jdbc.sql("delete from person_role where person_id = ? and conference_id is null")
                .param(person)
                .update();
        insert(person, Wanted.forAll(role));
        tellVersionBefore(person);
    }

    /** @return whether there was such a role of this person */
    boolean end(UUID person, UUID grant) {
        adopt(person);
        var ended = jdbc.sql("delete from person_role where person_id = ? and id = ?")
                .params(person, grant)
                .update();
        tellVersionBefore(person);
        return ended == 1;
    }

    void moveOfPartner(UUID partner, LocalDate until) {
        jdbc.sql("update person_role set ends_on = ? where partner_id = ?")
                .params(until, partner)
                .update();
    }

    /** @param person null for all of the partner's people, @return whose roles ended */
    Set<UUID> endOfPartner(UUID partner, @Nullable UUID person) {
        return Set.copyOf(jdbc.sql("""
                        delete from person_role where partner_id = ? and (cast(? as uuid) is null or person_id = ?)
                        returning person_id""")
                .param(partner)
                .param(person)
                .param(person)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    /** Another role in the same seats. */
    void changeOfSeats(Collection<UUID> seats, Role role) {
        jdbc.sql("update person_role set role = ? where seat_id = any(?)")
                .params(role.name(), seats.toArray(UUID[]::new))
                .update();
    }

    void moveOfSeat(UUID seat, @Nullable LocalDate until) {
        jdbc.sql("update person_role set ends_on = ? where seat_id = ?")
                .params(Arrays.asList(until, seat))
                .update();
    }

    /** @return whose roles ended */
    Set<UUID> endOfSeats(Collection<UUID> seats) {
        return Set.copyOf(jdbc.sql("delete from person_role where seat_id = any(?) returning person_id")
                .param((Object) seats.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    /** The last days of those seats whose members have their role; empty for no end. */
    Map<UUID, Optional<LocalDate>> ofSeats(Collection<UUID> seats) {
        var found = new HashMap<UUID, Optional<LocalDate>>();
        jdbc.sql("select seat_id, ends_on from person_role where seat_id = any(?)")
                .param((Object) seats.toArray(UUID[]::new))
                .query(row -> {
                    found.put(row.getObject(1, UUID.class), Optional.ofNullable(row.getObject(2, LocalDate.class)));
                });
        return found;
    }

    boolean hasNone(UUID person) {
        return jdbc.sql("select 1 from person_role where person_id = ? limit 1")
                .param(person)
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    /** Writes the role of somebody whom the version before added as a row of its own. */
    void adopt(UUID person) {
        jdbc.sql("""
                        insert into person_role (id, person_id, role, created_at)
                        select ?, p.id, p.role, ? from person p
                        where p.id = ? and not exists (select from person_role r where r.person_id = p.id)""")
                .params(Ids.next(), Timestamp.from(clock.instant()), person)
                .update();
    }

    private void insert(UUID person, Wanted wanted) {
        jdbc.sql("""
                        insert into person_role (id, person_id, role, conference_id, ends_on, partner_id, seat_id, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint person_role_key do update set ends_on = excluded.ends_on""")
                .params(Arrays.asList(
                        Ids.next(),
                        person,
                        wanted.role().name(),
                        wanted.conference(),
                        wanted.until(),
                        wanted.partner(),
                        wanted.seat(),
                        Timestamp.from(clock.instant())))
                .update();
    }

    private void tellVersionBefore(UUID person) {
        var known = Arrays.stream(Role.values())
                .filter(Role::wasKnownBefore)
                .map(Role::name)
                .toArray(String[]::new);
        jdbc.sql("""
                        update person p set version = version + 1, role = coalesce(
                            (select r.role from person_role r where r.person_id = p.id and r.conference_id is null
                                and r.ends_on is null and r.role = any(?)
                                order by array_position(cast(? as text[]), r.role::text) limit 1),
                            'HOTEL_CONTACT')
                        where p.id = ?""").param((Object) known).param((Object) known).param(person).update();
    }
}
