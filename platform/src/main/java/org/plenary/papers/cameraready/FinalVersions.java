package org.plenary.papers.cameraready;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.fulltext.DocumentChanged;
import org.plenary.kernel.Json;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The final versions of the bound tenant's papers, with every file that was handed in. */
@Repository
class FinalVersions {
    private static final TypeReference<Set<String>> KEYS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final ApplicationEventPublisher events;

    FinalVersions(JdbcClient jdbc, Json json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
    }

    FinalVersion of(UUID paper) {
        return read(paper, "").orElse(FinalVersion.none(paper));
    }

    /** Nobody else changes it until the transaction ends. */
    FinalVersion locked(UUID conference, UUID paper) {
        jdbc.sql("""
                        insert into camera_ready (paper, conference, standing, version) values (:paper, :conference, 'missing', 1)
                        on conflict (paper) do nothing""").param("paper", paper).param("conference", conference).update();
        return read(paper, " for update").orElseThrow();
    }

    /** What was locked before. */
    void save(FinalVersion version) {
        jdbc.sql("""
                        update camera_ready set standing = :standing, ticked = cast(:ticked as jsonb), note = :note, checked_by = :by,
                            checked_at = :at, mend_until = :until, accepted_as = cast(:before as jsonb), version = version + 1
                        where paper = :paper""")
                .param("standing", version.standing().code())
                .param("ticked", json.write(version.ticked()))
                .param("note", version.note())
                .param("by", version.checkedBy())
                .param("at", timestamp(version.checkedAt()))
                .param("until", timestamp(version.mendUntil()))
                .param("before", version.acceptedAs() == null ? null : json.write(version.acceptedAs()))
                .param("paper", version.paper())
                .update();
    }

    /** The newest first. */
    List<FinalFile> files(UUID paper) {
        return jdbc.sql("select * from camera_ready_file where paper = :paper order by number desc")
                .param("paper", paper)
                .query(FinalVersions::file)
                .list();
    }

    Optional<FinalFile> newest(UUID paper) {
        return jdbc.sql("select * from camera_ready_file where paper = :paper order by number desc limit 1")
                .param("paper", paper)
                .query(FinalVersions::file)
                .optional();
    }

    /** As the next version of it, whose row is locked. From now on the paper is found by what stands in this file. */
    void add(UUID conference, UUID paper, FinalFile file) {
        jdbc.sql("""
                        insert into camera_ready_file (paper, number, conference, file, name, size, pages, handed_in_by, handed_in_at)
                        select :paper, coalesce(max(number), 0) + 1, :conference, :file, :name, :size, :pages, :by, :at
                        from camera_ready_file where paper = :paper""")
                .param("paper", paper)
                .param("conference", conference)
                .param("file", file.file())
                .param("name", file.name())
                .param("size", file.size())
                .param("pages", file.pages())
                .param("by", file.by())
                .param("at", Timestamp.from(file.at()))
                .update();
        events.publishEvent(new DocumentChanged(Tenancy.require().id(), "paper", paper));
    }

    private Optional<FinalVersion> read(UUID paper, String lock) {
        return jdbc.sql("select * from camera_ready where paper = :paper" + lock)
                .param("paper", paper)
                .query(this::version)
                .optional();
    }

    private FinalVersion version(ResultSet row, int index) throws SQLException {
        var before = row.getString("accepted_as");
        return new FinalVersion(
                row.getObject("paper", UUID.class),
                FinalStanding.of(row.getString("standing")),
                json.read(row.getString("ticked"), KEYS),
                row.getString("note"),
                row.getString("checked_by"),
                instant(row.getTimestamp("checked_at")),
                instant(row.getTimestamp("mend_until")),
                before == null ? null : json.read(before, Wording.class));
    }

    private static FinalFile file(ResultSet row, int index) throws SQLException {
        return new FinalFile(
                row.getInt("number"),
                row.getObject("file", UUID.class),
                row.getString("name"),
                row.getLong("size"),
                row.getInt("pages"),
                row.getString("handed_in_by"),
                row.getTimestamp("handed_in_at").toInstant());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
