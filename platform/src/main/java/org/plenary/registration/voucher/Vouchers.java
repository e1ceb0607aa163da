package org.plenary.registration.voucher;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of vouchers. */
@Repository
@Transactional(propagation = Propagation.SUPPORTS)
public class Vouchers {
    private static final String SELECT = """
            SELECT id, code, terms, max_uses, reserves, ended_at, created_at, version FROM voucher""";

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    Vouchers(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Those of these codes that there are; large and small letters are the same. */
    public List<Voucher> find(UUID conference, Collection<String> codes) {
        if (codes.isEmpty()) return List.of();
        return jdbc.sql(SELECT + " WHERE conference_id = :conference AND code IN (:codes)")
                .param("conference", conference)
                .param("codes", codes.stream().map(Vouchers::plain).toList())
                .query(this::row)
                .list();
    }

    public List<Voucher> of(Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return jdbc.sql(SELECT + " WHERE id IN (:ids)")
                .param("ids", ids)
                .query(this::row)
                .list();
    }

    Optional<Voucher> find(UUID conference, String code) {
        return find(conference, List.of(code)).stream().findFirst();
    }

    /** How many vouchers were written; codes that others have are left out. */
    int insert(UUID conference, List<String> codes, VoucherTerms terms, @Nullable Integer uses, boolean reserves) {
        var ids = codes.stream().map(code -> Ids.next()).toArray();
        return jdbc.sql("""
                INSERT INTO voucher (id, conference_id, code, terms, max_uses, reserves, held, created_at, version)
                SELECT made.id, :conference, made.code, CAST(:terms AS jsonb), CAST(:uses AS int), :reserves, '{}', :now, 0
                FROM unnest(:ids, :codes) AS made (id, code)
                ON CONFLICT (conference_id, code) DO NOTHING""")
                .param("conference", conference)
                .param("terms", json.write(terms))
                .param("uses", uses)
                .param("reserves", reserves)
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", new SqlArrayValue("uuid", ids))
                .param(
                        "codes",
                        new SqlArrayValue(
                                "text", codes.stream().map(Vouchers::plain).toArray()))
                .update();
    }

    void change(UUID id, VoucherTerms terms, @Nullable Integer uses, boolean reserves) {
        jdbc.sql("""
                UPDATE voucher SET terms = CAST(:terms AS jsonb), max_uses = CAST(:uses AS int), reserves = :reserves,
                    version = version + 1
                WHERE id = :id""")
                .param("terms", json.write(terms))
                .param("uses", uses)
                .param("reserves", reserves)
                .param("id", id)
                .update();
    }

    /** Waits for whoever else changes it. */
    Optional<Voucher> lock(UUID id) {
        return jdbc.sql(SELECT + " WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    void end(UUID id) {
        jdbc.sql("UPDATE voucher SET ended_at = coalesce(ended_at, :now), version = version + 1 WHERE id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** What a reserving voucher keeps of the stock for those who have it, used or not. */
    Map<String, Integer> held(UUID id) {
        var held = new HashMap<String, Integer>();
        jdbc.sql("SELECT key, value::int FROM voucher, jsonb_each_text(held) WHERE id = :id")
                .param("id", id)
                .query(row -> {
                    held.put(row.getString(1), row.getInt(2));
                });
        return held;
    }

    void hold(UUID id, Map<String, Integer> held) {
        hold(List.of(id), held);
    }

    /** Each of them keeps these. */
    void hold(Collection<UUID> ids, Map<String, Integer> held) {
        jdbc.sql("UPDATE voucher SET held = CAST(:held AS jsonb) WHERE id = ANY (:ids)")
                .param("held", json.write(held))
                .param("ids", new SqlArrayValue("uuid", ids.toArray()))
                .update();
    }

    static String plain(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    Voucher row(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Voucher(
                row.getObject("id", UUID.class),
                row.getString("code"),
                json.read(row.getString("terms"), VoucherTerms.class),
                (Integer) row.getObject("max_uses"),
                row.getBoolean("reserves"),
                ended == null ? null : ended.toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("version"));
    }
}
