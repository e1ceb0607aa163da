package org.plenary.papers.text;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * The texts of the bound tenant's papers, one of each: of its newest file, which is the final version when one was handed in. Of a paper that
 * was withdrawn none is kept.
 */
@Repository
public class PaperTexts {
    private static final String NEWEST = """
            (select case when p.status = 'withdrawn' then null else coalesce(
                (select c.file from camera_ready_file c where c.paper = p.id order by c.number desc limit 1), p.file) end)""";

    private final JdbcClient jdbc;

    PaperTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is kept of a paper.
     *
     * @param text empty when there is none
     * @param version rises whenever the text changes, and never falls
     */
    public record Text(String text, long version) {
        public static final Text NONE = new Text("", 0);
    }

    /** Where reading a paper's file stands. */
    enum Standing {
        /** It was begun. */
        READING,
        READ,
        /** Nothing can be read in it: it is broken, asks for a password, is made of pictures, or takes too much. */
        EMPTY,
        /** Reading it ended the process each time. */
        GIVEN_UP,
        /** There is no file to be read. */
        NONE;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param file that is read, or was */
    record Kept(@Nullable UUID file, Standing standing, int tries, Instant begunAt) {}

    /** Those that have one, by paper. */
    public Map<UUID, Text> of(Collection<UUID> papers) {
        var texts = new HashMap<UUID, Text>();
        jdbc.sql("select paper, text, version from paper_text where paper = any (:papers)")
                .param("papers", new SqlArrayValue("uuid", papers.toArray()))
                .query(row -> {
                    texts.put(
                            row.getObject("paper", UUID.class),
                            new Text(row.getString("text"), row.getLong("version")));
                });
        return texts;
    }

    /** The file whose text is wanted now; empty when there is none. */
    Optional<UUID> wanted(UUID paper) {
        return jdbc.sql("select " + NEWEST + " as file from paper p where p.id = :paper and " + NEWEST + " is not null")
                .param("paper", paper)
                .query((row, _) -> row.getObject("file", UUID.class))
                .optional();
    }

    /** Whether another file is wanted than the one that was read, or is read now. */
    boolean isDue(UUID paper) {
        return jdbc.sql(
                        "select exists (select from paper p left join paper_text t on t.paper = p.id where p.id = :paper and "
                                + NEWEST + " is distinct from t.file)")
                .param("paper", paper)
                .query(Boolean.class)
                .single();
    }

    /** What is known of it, which nobody else changes until the transaction ends. */
    Optional<Kept> locked(UUID paper) {
        return jdbc.sql("select file, standing, tries, begun_at from paper_text where paper = :paper for update")
                .param("paper", paper)
                .query((row, _) -> new Kept(
                        row.getObject("file", UUID.class),
                        Standing.valueOf(row.getString("standing").toUpperCase(java.util.Locale.ROOT)),
                        row.getInt("tries"),
                        row.getTimestamp("begun_at").toInstant()))
                .optional();
    }

    /** Notes a try; the text stays until the new one is there. */
    void begin(UUID paper, UUID file, int tries, Instant now) {
        jdbc.sql("""
                        insert into paper_text (paper, file, standing, tries, begun_at, text, version)
                        values (:paper, :file, 'reading', :tries, :now, '', 0)
                        on conflict (paper) do update set file = excluded.file, standing = excluded.standing, tries = excluded.tries,
                            begun_at = excluded.begun_at""")
                .param("paper", paper)
                .param("file", file)
                .param("tries", tries)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes the place of whatever was kept, unless another file is read by now. @return whether something is found by it, or no longer is */
    boolean finish(UUID paper, @Nullable UUID file, Standing standing, String text) {
        return jdbc.sql("""
                        with before as (select text from paper_text where paper = :paper for update)
                        update paper_text t set standing = :standing, text = :text, file = :file,
                            version = t.version + case when t.text = :text then 0 else 1 end
                        from before
                        where t.paper = :paper and (t.standing = 'reading' and t.file = :file or cast(:file as uuid) is null)
                        returning before.text <> :text""")
                .param("paper", paper)
                .param("file", file, Types.OTHER)
                .param("standing", standing.code())
                .param("text", text)
                .query((row, _) -> row.getBoolean(1))
                .optional()
                .orElse(false);
    }

    /** Papers whose text is another one than the one that is kept, or whose reading ended with its node; after the given one. */
    List<UUID> missing(@Nullable UUID after, Instant since, int limit) {
        return jdbc.sql("""
                        select p.id from paper p left join paper_text t on t.paper = p.id
                        where (cast(:after as uuid) is null or p.id > :after)
                            and (%s is distinct from t.file or t.standing = 'reading' and t.begun_at < :since)
                        order by p.id limit :limit""".formatted(NEWEST))
                .param("after", after, Types.OTHER)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }
}
