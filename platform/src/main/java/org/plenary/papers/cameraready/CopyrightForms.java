package org.plenary.papers.cameraready;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The copyright forms of the bound tenant's conferences, each version, and who signed which. */
@Repository
class CopyrightForms {
    private final JdbcClient jdbc;
    private final Json json;

    CopyrightForms(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<CopyrightForm> newest(UUID conference) {
        return jdbc.sql("select * from copyright_form where conference = :conference order by version desc limit 1")
                .param("conference", conference)
                .query(this::form)
                .optional();
    }

    Optional<CopyrightForm> version(UUID conference, int version) {
        return jdbc.sql("select * from copyright_form where conference = :conference and version = :version")
                .param("conference", conference)
                .param("version", version)
                .query(this::form)
                .optional();
    }

    /** The version from which on a signature is enough; 0 when the conference has no form and none is asked for. */
    int required(UUID conference) {
        return jdbc.sql("""
                        select coalesce(max(version) filter (where asks_again), min(version), 0) from copyright_form
                        where conference = :conference""")
                .param("conference", conference)
                .query(Integer.class)
                .single();
    }

    void insert(UUID conference, CopyrightForm form) {
        jdbc.sql("""
                        insert into copyright_form (conference, version, text, asks_again, written_by, written_at)
                        values (:conference, :version, cast(:text as jsonb), :again, :by, :at)""")
                .param("conference", conference)
                .param("version", form.version())
                .param("text", json.write(form.text()))
                .param("again", form.asksAgain())
                .param("by", form.by())
                .param("at", Timestamp.from(form.at()))
                .update();
    }

    /** The newest that was signed for a paper. */
    Optional<CopyrightSignature> signature(UUID paper) {
        return jdbc.sql("select * from copyright_signature where paper = :paper order by form desc limit 1")
                .param("paper", paper)
                .query(CopyrightForms::signature)
                .optional();
    }

    /** @return false when this version is signed already */
    boolean sign(UUID conference, UUID paper, CopyrightSignature signature) {
        return jdbc.sql("""
                        insert into copyright_signature (id, conference, paper, form, language, title, name, capacity, fingerprint, signed_at)
                        values (:id, :conference, :paper, :form, :language, :title, :name, :capacity, :fingerprint, :at)
                        on conflict (paper, form) do nothing""")
                        .param("id", Ids.next())
                        .param("conference", conference)
                        .param("paper", paper)
                        .param("form", signature.form())
                        .param("language", signature.language().toLanguageTag())
                        .param("title", signature.title())
                        .param("name", signature.name())
                        .param("capacity", signature.capacity())
                        .param("fingerprint", signature.fingerprint())
                        .param("at", Timestamp.from(signature.at()))
                        .update()
                == 1;
    }

    private CopyrightForm form(ResultSet row, int index) throws SQLException {
        return new CopyrightForm(
                row.getInt("version"),
                json.read(row.getString("text"), LocalizedText.class),
                row.getBoolean("asks_again"),
                row.getString("written_by"),
                row.getTimestamp("written_at").toInstant());
    }

    private static CopyrightSignature signature(ResultSet row, int index) throws SQLException {
        return new CopyrightSignature(
                row.getInt("form"),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("title"),
                row.getString("name"),
                row.getString("capacity"),
                row.getString("fingerprint"),
                row.getTimestamp("signed_at").toInstant());
    }
}
