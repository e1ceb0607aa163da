package org.plenary.billing.dues;

import java.util.Map;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When the bound tenant's debtors are reminded. */
@Component
class LevelSettings {
    private final JdbcClient jdbc;
    private final Json json;
    private final AuditTrail audit;

    LevelSettings(JdbcClient jdbc, Json json, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
    }

    Levels current() {
        return jdbc.sql("select levels from dunning_setting where id = 1")
                .query((row, number) -> json.read(row.getString("levels"), Levels.class))
                .optional()
                .orElse(Levels.USUAL);
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput for days that do not rise */
    @Transactional
    public void change(Levels levels) {
        levels.check();
        var before = current();
        jdbc.sql("""
                        insert into dunning_setting (id, levels) values (1, ?::jsonb)
                        on conflict (id) do update set levels = excluded.levels""").param(json.write(levels)).update();
        audit.changed("billing.dunning-changed", "dunning", Map.of(), before, levels);
    }
}
