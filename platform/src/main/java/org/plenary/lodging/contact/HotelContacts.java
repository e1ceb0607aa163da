package org.plenary.lodging.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Json;
import org.plenary.kernel.Languages;
import org.plenary.lodging.hotel.Hotel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who of which hotel is let in. */
@Component
class HotelContacts {
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Json json;

    HotelContacts(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Scope(UUID conference, Hotel hotel) {}

    Optional<Scope> scope(UUID account, UUID hotel) {
        return jdbc.sql("""
                SELECT h.conference_id, h.definition FROM hotel_contact c JOIN hotel h ON h.id = c.hotel_id
                WHERE c.account_id = :account AND c.hotel_id = :hotel""")
                .param("account", account)
                .param("hotel", hotel)
                .query(this::scope)
                .optional();
    }

    List<Scope> scopes(UUID account) {
        return jdbc.sql("""
                SELECT h.conference_id, h.definition FROM hotel_contact c JOIN hotel h ON h.id = c.hotel_id
                WHERE c.account_id = :account ORDER BY h.id DESC LIMIT :most""")
                .param("account", account)
                .param("most", MOST)
                .query(this::scope)
                .list();
    }

    /** In the order in which they were invited. */
    List<HotelContact> of(UUID hotel) {
        return jdbc.sql("SELECT * FROM hotel_contact WHERE hotel_id = :hotel ORDER BY id LIMIT :most")
                .param("hotel", hotel)
                .param("most", MOST)
                .query(HotelContacts::contact)
                .list();
    }

    Optional<HotelContact> byId(UUID id) {
        return jdbc.sql("SELECT * FROM hotel_contact WHERE id = :id")
                .param("id", id)
                .query(HotelContacts::contact)
                .optional();
    }

    /** Somebody who is there already keeps their row, invited anew. @return its id */
    UUID save(HotelContact contact) {
        return jdbc.sql("""
                INSERT INTO hotel_contact (id, hotel_id, account_id, name, email, language, invited_by, invited_at)
                VALUES (:id, :hotel, :account, :name, :email, :language, :by, :at)
                ON CONFLICT (account_id, hotel_id) DO UPDATE
                SET name = excluded.name, language = excluded.language, invited_by = excluded.invited_by,
                    invited_at = excluded.invited_at
                RETURNING id""")
                .param("id", contact.id())
                .param("hotel", contact.hotel())
                .param("account", contact.account())
                .param("name", contact.name())
                .param("email", contact.email())
                .param("language", contact.locale().toLanguageTag())
                .param("by", contact.invitedBy())
                .param("at", contact.invitedAt().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
    }

    void touch(UUID id, Instant at) {
        jdbc.sql("UPDATE hotel_contact SET invited_at = :at WHERE id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("DELETE FROM hotel_contact WHERE id = :id").param("id", id).update();
    }

    private Scope scope(ResultSet row, int n) throws SQLException {
        return new Scope(row.getObject(1, UUID.class), json.read(row.getString(2), Hotel.class));
    }

    private static HotelContact contact(ResultSet row, int n) throws SQLException {
        return new HotelContact(
                row.getObject("id", UUID.class),
                row.getObject("hotel_id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                Languages.nearest(row.getString("language")),
                row.getString("invited_by"),
                row.getTimestamp("invited_at").toInstant());
    }
}
