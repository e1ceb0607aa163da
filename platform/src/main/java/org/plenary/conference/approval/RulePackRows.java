package org.plenary.conference.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.approval.RulePack.State;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The packs in the database of the platform, and who has chosen which. */
@Component
class RulePackRows {
    private static final int MOST = 200;
    private static final String SELECT = """
            select code, version, title, effective_from, state, changed_at, changed_by, published_at, withdrawn_at
            from control.rule_pack""";

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    RulePackRows(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** All versions, of each pack the newest first. */
    List<RulePack> all() {
        return jdbc.sql(SELECT + " order by code, version desc limit ?")
                .param(MOST)
                .query(this::map)
                .list();
    }

    Optional<RulePack> find(String code, int version) {
        return jdbc.sql(SELECT + " where code = ? and version = ?")
                .params(code, version)
                .query(this::map)
                .optional();
    }

    /** As it was written. */
    String rules(RulePack pack) {
        return jdbc.sql("select rules from control.rule_pack where code = ? and version = ?")
                .params(pack.code(), pack.version())
                .query(String.class)
                .single();
    }

    /** Of each pack the newest version that a conference can be given on this day. */
    List<RulePack> current(LocalDate day) {
        return jdbc.sql("select distinct on (code) * from (" + SELECT
                        + " where state = 'PUBLISHED' and effective_from <= ?) p order by code, version desc limit ?")
                .params(day, MOST)
                .query(this::map)
                .list();
    }

    Optional<RulePack> current(String code, LocalDate day) {
        return jdbc.sql(
                        SELECT
                                + " where code = ? and state = 'PUBLISHED' and effective_from <= ? order by version desc limit 1")
                .params(code, day)
                .query(this::map)
                .optional();
    }

    int nextVersion(String code) {
        return jdbc.sql("select coalesce(max(version), 0) + 1 from control.rule_pack where code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when there is a draft of this code */
    void insert(RulePack draft, String rules) {
        jdbc.sql("""
                        insert into control.rule_pack (code, version, title, effective_from, state, rules, changed_at, changed_by)
                        values (?, ?, cast(? as jsonb), ?, 'DRAFT', cast(? as jsonb), ?, ?)""")
                .params(draft.code(), draft.version(), json.write(draft.title()), draft.effectiveFrom(), rules)
                .params(now(), draft.changedBy())
                .update();
    }

    /** False when it is no draft any more. */
    boolean change(RulePack draft, String rules) {
        return jdbc.sql("""
                        update control.rule_pack set title = cast(? as jsonb), effective_from = ?, rules = cast(? as jsonb),
                            changed_at = ?, changed_by = ?
                        where code = ? and version = ? and state = 'DRAFT'""")
                        .params(json.write(draft.title()), draft.effectiveFrom(), rules, now(), draft.changedBy())
                        .params(draft.code(), draft.version())
                        .update()
                == 1;
    }

    boolean publish(String code, int version, String by) {
        return jdbc.sql("""
                        update control.rule_pack set state = 'PUBLISHED', published_at = ?, published_by = ?
                        where code = ? and version = ? and state = 'DRAFT'""").params(now(), by, code, version).update() == 1;
    }

    boolean withdraw(String code, int version) {
        return jdbc.sql("""
                        update control.rule_pack set state = 'WITHDRAWN', withdrawn_at = ?
                        where code = ? and version = ? and state = 'PUBLISHED'""").params(now(), code, version).update() == 1;
    }

    boolean discard(String code, int version) {
        return jdbc.sql("delete from control.rule_pack where code = ? and version = ? and state = 'DRAFT'")
                        .params(code, version)
                        .update()
                == 1;
    }

    Optional<String> choice(TenantId tenant) {
        return jdbc.sql("select code from control.rule_pack_choice where tenant_id = ?")
                .param(tenant.value())
                .query(String.class)
                .optional();
    }

    /** @param code null for none */
    void choose(TenantId tenant, @Nullable String code) {
        if (code == null)
            jdbc.sql("delete from control.rule_pack_choice where tenant_id = ?")
                    .param(tenant.value())
                    .update();
        else jdbc.sql("""
                            insert into control.rule_pack_choice (tenant_id, code, chosen_at) values (?, ?, ?)
                            on conflict (tenant_id) do update set code = excluded.code, chosen_at = excluded.chosen_at""").params(tenant.value(), code, now()).update();
    }

    /** How many organizations have chosen it. */
    long countChosen(String code) {
        return jdbc.sql("select count(*) from control.rule_pack_choice where code = ?")
                .param(code)
                .query(Long.class)
                .single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private RulePack map(ResultSet row, int number) throws SQLException {
        return new RulePack(
                row.getString("code"),
                row.getInt("version"),
                json.read(row.getString("title"), LocalizedText.class),
                row.getObject("effective_from", LocalDate.class),
                State.valueOf(row.getString("state")),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"),
                instant(row, "published_at"),
                instant(row, "withdrawn_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
