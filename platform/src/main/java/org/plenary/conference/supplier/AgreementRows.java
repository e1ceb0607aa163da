package org.plenary.conference.supplier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.AgreementKind;
import org.plenary.conference.supplier.Agreement.Attached;
import org.plenary.conference.supplier.Agreement.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of agreements. One that was deleted stays in it, so that the deletion can be undone. */
@Repository
class AgreementRows {
    private static final String COLUMNS = "id, kind, supplier, status, signed_on, note, file_id, file_name, version";

    private final JdbcClient jdbc;

    AgreementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they were made. */
    List<Agreement> all(UUID conference) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM agreement
                        WHERE conference_id = :conference AND deleted_at IS NULL ORDER BY id""")
                .param("conference", conference)
                .query((row, _) -> read(row))
                .list();
    }

    Optional<Agreement> find(UUID conference, UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM agreement
                        WHERE conference_id = :conference AND id = :id AND deleted_at IS NULL""")
                .param("conference", conference)
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    void insert(UUID conference, Agreement agreement) {
        with(jdbc.sql("""
                INSERT INTO agreement (id, conference_id, kind, supplier, status, signed_on, note, file_id, file_name, version)
                VALUES (:id, :conference, :kind, :supplier, :status, :signedOn, :note, :file, :fileName, :version)"""), agreement).param("conference", conference).update();
    }

    /** @return whether it was still of the version before this one */
    boolean update(Agreement agreement) {
        return with(jdbc.sql("""
                        UPDATE agreement SET kind = :kind, supplier = :supplier, status = :status, signed_on = :signedOn,
                            note = :note, file_id = :file, file_name = :fileName, version = :version
                        WHERE id = :id AND version = :version - 1 AND deleted_at IS NULL"""), agreement).update() == 1;
    }

    void delete(UUID id, Instant now) {
        jdbc.sql("UPDATE agreement SET deleted_at = :now WHERE id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    boolean restore(UUID conference, UUID id) {
        return jdbc.sql("""
                                UPDATE agreement SET deleted_at = NULL
                                WHERE conference_id = :conference AND id = :id AND deleted_at IS NOT NULL""").param("conference", conference).param("id", id).update() == 1;
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Agreement agreement) {
        var file = agreement.file();
        return statement
                .param("id", agreement.id())
                .param("kind", agreement.kind().name())
                .param("supplier", agreement.supplier())
                .param("status", agreement.status().name())
                .param("signedOn", agreement.signedOn(), Types.DATE)
                .param("note", agreement.note(), Types.VARCHAR)
                .param("file", file == null ? null : file.id(), Types.OTHER)
                .param("fileName", file == null ? null : file.name(), Types.VARCHAR)
                .param("version", agreement.version());
    }

    private static Agreement read(ResultSet row) throws SQLException {
        return new Agreement(
                row.getObject("id", UUID.class),
                AgreementKind.valueOf(row.getString("kind")),
                row.getString("supplier"),
                Status.valueOf(row.getString("status")),
                row.getObject("signed_on", LocalDate.class),
                row.getString("note"),
                file(row),
                row.getLong("version"));
    }

    private static @Nullable Attached file(ResultSet row) throws SQLException {
        var id = row.getObject("file_id", UUID.class);
        return id == null ? null : new Attached(id, row.getString("file_name"));
    }
}
