package org.plenary.conference.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.partner.Partner.Attached;
import org.plenary.conference.partner.Partner.Details;
import org.plenary.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The partners of conferences as they are stored. */
@Component
class Partners {
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    Partners(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order in which they came. */
    List<Partner> of(UUID conference) {
        return jdbc.sql("select * from partner where conference_id = ? order by id limit ?")
                .params(conference, MOST)
                .query(Partners::partner)
                .list();
    }

    Optional<Partner> find(UUID conference, UUID id) {
        return one("", conference, id);
    }

    /**
     * Locked until the transaction ends: nobody is invited by a partner that is being ended. Its key stays free, so that whoever
     * accepts an invitation meanwhile does not wait for it, and it for them.
     */
    Optional<Partner> lock(UUID conference, UUID id) {
        return one(" for no key update", conference, id);
    }

    private Optional<Partner> one(String lock, UUID conference, UUID id) {
        return jdbc.sql("select * from partner where conference_id = ? and id = ?" + lock)
                .params(conference, id)
                .query(Partners::partner)
                .optional();
    }

    UUID add(UUID conference, Details details, @Nullable Attached file) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into partner (id, conference_id, name, contact_name, contact_email, agreement, ends_on,
                            file_id, file_name, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        id,
                        conference,
                        details.name(),
                        details.contactName(),
                        details.contactEmail(),
                        details.agreement(),
                        details.endsOn(),
                        file == null ? null : file.id(),
                        file == null ? null : file.name(),
                        Timestamp.from(clock.instant())))
                .update();
        return id;
    }

    void change(UUID id, Details details, @Nullable Attached file) {
        jdbc.sql("""
                        update partner set name = ?, contact_name = ?, contact_email = ?, agreement = ?, ends_on = ?,
                            file_id = ?, file_name = ? where id = ?""")
                .params(Arrays.asList(
                        details.name(),
                        details.contactName(),
                        details.contactEmail(),
                        details.agreement(),
                        details.endsOn(),
                        file == null ? null : file.id(),
                        file == null ? null : file.name(),
                        id))
                .update();
    }

    void end(UUID id) {
        jdbc.sql("update partner set ended_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    private static Partner partner(ResultSet row, int number) throws SQLException {
        var file = row.getObject("file_id", UUID.class);
        var ended = row.getTimestamp("ended_at");
        return new Partner(
                row.getObject("id", UUID.class),
                new Details(
                        row.getString("name"),
                        row.getString("contact_name"),
                        row.getString("contact_email"),
                        row.getString("agreement"),
                        row.getObject("ends_on", LocalDate.class)),
                file == null ? null : new Attached(file, row.getString("file_name")),
                ended == null ? null : ended.toInstant());
    }
}
