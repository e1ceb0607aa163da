package org.plenary.papers.proceedings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.papers.cameraready.PublishedVolumes;
import org.plenary.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The volumes of the bound tenant's conferences, one of each. */
@Repository
class Volumes implements PublishedVolumes {
    private final JdbcClient jdbc;
    private final Json json;

    Volumes(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param publishedAt null while nobody outside may see it, @param version 0 before it was saved for the first time */
    record State(
            Volume volume,
            @Nullable Instant publishedAt,
            @Nullable String publishedBy,
            long version) {
        public boolean isPublished() {
            return publishedAt != null;
        }
    }

    State of(ConferenceView conference) {
        return jdbc.sql("select * from proceedings where conference = :conference")
                .param("conference", conference.id())
                .query(this::read)
                .optional()
                .orElseGet(() -> new State(usual(conference), null, null, 0));
    }

    @Override
    public boolean isOut(UUID conference) {
        return jdbc.sql("""
                        select exists (select from proceedings where conference = :conference and published_at is not null)""")
                .param("conference", conference)
                .query(Boolean.class)
                .single();
    }

    /** @throws Problem.Stale when somebody else has changed or published it since */
    void save(UUID conference, Volume volume, long before) {
        var count = jdbc.sql("""
                        insert into proceedings (conference, volume, version) values (:conference, cast(:volume as jsonb), 1)
                        on conflict (conference) do update set volume = excluded.volume, version = proceedings.version + 1
                        where proceedings.version = :before and proceedings.published_at is null""")
                .param("conference", conference)
                .param("volume", json.write(volume))
                .param("before", before)
                .update();
        if (count == 0) throw new Problem.Stale();
    }

    /** Kept from others until the transaction ends. */
    void lock(UUID conference) {
        jdbc.sql("select version from proceedings where conference = :conference for update")
                .param("conference", conference)
                .query(Long.class)
                .optional();
    }

    /** @param at null to take it back */
    void publish(UUID conference, @Nullable Instant at, @Nullable String by) {
        jdbc.sql("""
                        update proceedings set published_at = :at, published_by = :by, version = version + 1
                        where conference = :conference""")
                .param("at", at == null ? null : Timestamp.from(at))
                .param("by", by)
                .param("conference", conference)
                .update();
    }

    private State read(ResultSet row, int index) throws SQLException {
        var at = row.getTimestamp("published_at");
        return new State(
                json.read(row.getString("volume"), Volume.class),
                at == null ? null : at.toInstant(),
                row.getString("published_by"),
                row.getLong("version"));
    }

    private static Volume usual(ConferenceView conference) {
        var english = conference.name().in(Locale.ENGLISH);
        var chinese = conference.name().in(Locale.SIMPLIFIED_CHINESE);
        var language = conference.languages().getFirst();
        return new Volume(
                LocalizedText.of("Proceedings of " + english, chinese + "论文集"),
                List.of(),
                Tenancy.require().name(),
                conference.venue().city().in(language),
                conference.endsOn().getYear(),
                "",
                "",
                "",
                "",
                "",
                conference.slug(),
                "",
                new LocalizedText(Map.of()),
                language.toLanguageTag(),
                true);
    }
}
