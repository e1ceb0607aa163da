package org.plenary.papers.submission;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** The drafts of the bound tenant. Each is opened by a secret, of which only the hash is kept. */
@Repository
class Drafts {
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    /** The inputs of the page, and no others: what else a browser sends is not kept. */
    private static final Pattern KEPT = Pattern.compile(
            "title|abstract|keywords|track|type|topics|corresponding|conflicts|file_token|file_name|form_version|"
                    + "answers\\.[A-Za-z][A-Za-z0-9_.-]{0,99}|authors\\.\\d{1,2}\\.[a-z]{1,12}");

    private static final int MOST_CHARACTERS = 60_000;

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param secret by which it is opened */
    record Saved(String secret, Instant at) {}

    /**
     * @param secret of the draft that is changed; a new one is begun when there is none of it
     * @throws Problem.InvalidInput when it is longer than any paper
     */
    @Transactional
    public Saved save(UUID conference, @Nullable String secret, Map<String, List<String>> sent) {
        var fields = new TreeMap<String, List<String>>();
        sent.forEach((name, values) -> {
            if (KEPT.matcher(name).matches()) fields.put(name, values);
        });
        var written = json.write(fields);
        if (written.length() > MOST_CHARACTERS) throw new Problem.InvalidInput("", "too_long", "This is too long.");
        var now = clock.instant();
        if (secret != null && change(conference, secret, written, now)) return new Saved(secret, now);
        var fresh = Ids.secret();
        jdbc.sql("""
                        insert into paper_draft (id, conference, secret_hash, fields, saved_at)
                        values (:id, :conference, :hash, cast(:fields as jsonb), :now)""")
                .param("id", Ids.next())
                .param("conference", conference)
                .param("hash", Secrets.hash(fresh))
                .param("fields", written)
                .param("now", Timestamp.from(now))
                .update();
        return new Saved(fresh, now);
    }

    private boolean change(UUID conference, String secret, String fields, Instant now) {
        return jdbc.sql("""
                        update paper_draft set fields = cast(:fields as jsonb), saved_at = :now
                        where conference = :conference and secret_hash = :hash""")
                        .param("fields", fields)
                        .param("now", Timestamp.from(now))
                        .param("conference", conference)
                        .param("hash", Secrets.hash(secret))
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    public Optional<Draft> find(UUID conference, @Nullable String secret) {
        if (secret == null) return Optional.empty();
        return jdbc.sql("select * from paper_draft where conference = :conference and secret_hash = :hash")
                .param("conference", conference)
                .param("hash", Secrets.hash(secret))
                .query((row, _) -> new Draft(
                        row.getObject("id", UUID.class),
                        json.read(row.getString("fields"), FIELDS),
                        row.getTimestamp("saved_at").toInstant()))
                .optional();
    }

    @Transactional
    public void remove(UUID conference, @Nullable String secret) {
        if (secret == null) return;
        jdbc.sql("delete from paper_draft where conference = :conference and secret_hash = :hash")
                .param("conference", conference)
                .param("hash", Secrets.hash(secret))
                .update();
    }

    /** Forgets what nobody has saved for so long. */
    @Transactional
    public int forget(Duration after) {
        return jdbc.sql("delete from paper_draft where saved_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(after)))
                .update();
    }
}
