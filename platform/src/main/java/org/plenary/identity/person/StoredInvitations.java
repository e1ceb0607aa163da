package org.plenary.identity.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open invitations as they are stored: of their secrets only the hashes. */
@Component
class StoredInvitations {
    static final int MOST = 200;

    private final JdbcClient jdbc;

    StoredInvitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the same role at the same place was offered to this address and is not answered yet */
    boolean add(Invitation invitation, String secret) {
        var wanted = invitation.wanted();
        return jdbc.sql("""
                        insert into member_invitation (id, name, email, language, role, conference_id, ends_on, partner_id,
                            seat_id, secret_hash, mailing, expires_at, invited_by, invited_by_name, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint member_invitation_key do nothing""")
                        .params(Arrays.asList(
                                invitation.id(),
                                invitation.name(),
                                invitation.email(),
                                invitation.locale().toLanguageTag(),
                                wanted.role().name(),
                                wanted.conference(),
                                wanted.until(),
                                wanted.partner(),
                                wanted.seat(),
                                Secrets.hash(secret),
                                invitation.mailing(),
                                Timestamp.from(invitation.expiresAt()),
                                invitation.invitedBy(),
                                invitation.invitedByName(),
                                Timestamp.from(invitation.createdAt())))
                        .update()
                == 1;
    }

    void mailAgain(UUID id, int mailing, String secret, Instant expiresAt) {
        jdbc.sql("update member_invitation set mailing = ?, secret_hash = ?, expires_at = ? where id = ?")
                .params(mailing, Secrets.hash(secret), Timestamp.from(expiresAt), id)
                .update();
    }

    /** The newest first. */
    List<Invitation> all() {
        return jdbc.sql("select * from member_invitation order by id desc limit ?")
                .param(MOST)
                .query(StoredInvitations::invitation)
                .list();
    }

    List<Invitation> ofPartner(UUID partner) {
        return jdbc.sql("select * from member_invitation where partner_id = ? order by id limit ?")
                .params(partner, MOST)
                .query(StoredInvitations::invitation)
                .list();
    }

    Optional<Invitation> byId(UUID id) {
        return one("where id = ?", id);
    }

    /** Looking changes nothing. */
    Optional<Invitation> bySecret(String secret) {
        return one("where secret_hash = ?", Secrets.hash(secret));
    }

    /** Locked until the transaction ends, so that of two changes at the same time the second sees what the first did. */
    Optional<Invitation> lock(UUID id) {
        return one("where id = ? for update", id);
    }

    private Optional<Invitation> one(String condition, Object value) {
        return jdbc.sql("select * from member_invitation " + condition)
                .param(value)
                .query(StoredInvitations::invitation)
                .optional();
    }

    /** Of two that use the same one at the same time, one gets it. @return whether it was there */
    boolean remove(UUID id) {
        return jdbc.sql("delete from member_invitation where id = ?").param(id).update() == 1;
    }

    void moveOfPartner(UUID partner, LocalDate until) {
        jdbc.sql("update member_invitation set ends_on = ? where partner_id = ?")
                .params(until, partner)
                .update();
    }

    void removeOfPartner(UUID partner) {
        jdbc.sql("delete from member_invitation where partner_id = ?")
                .param(partner)
                .update();
    }

    void changeOfSeats(Collection<UUID> seats, Role role) {
        jdbc.sql("update member_invitation set role = ? where seat_id = any(?)")
                .params(role.name(), seats.toArray(UUID[]::new))
                .update();
    }

    void moveOfSeat(UUID seat, @Nullable LocalDate until) {
        jdbc.sql("update member_invitation set ends_on = ? where seat_id = ?")
                .params(Arrays.asList(until, seat))
                .update();
    }

    void removeOfSeats(Collection<UUID> seats) {
        jdbc.sql("delete from member_invitation where seat_id = any(?)")
                .param((Object) seats.toArray(UUID[]::new))
                .update();
    }

    /** Those of the seats for which somebody was asked. */
    Set<UUID> ofSeats(Collection<UUID> seats) {
        return Set.copyOf(jdbc.sql("select seat_id from member_invitation where seat_id = any(?)")
                .param((Object) seats.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    void forgetOlderThan(Instant expiry) {
        jdbc.sql("delete from member_invitation where expires_at < ?")
                .param(Timestamp.from(expiry))
                .update();
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                Languages.nearest(row.getString("language")),
                new Grants.Wanted(
                        Role.valueOf(row.getString("role")),
                        row.getObject("conference_id", UUID.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getObject("partner_id", UUID.class),
                        row.getObject("seat_id", UUID.class)),
                row.getInt("mailing"),
                row.getTimestamp("expires_at").toInstant(),
                row.getString("invited_by"),
                row.getString("invited_by_name"),
                row.getTimestamp("created_at").toInstant());
    }
}
