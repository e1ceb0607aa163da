package org.plenary.identity.keys;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Secrets of the platform that every node must share. Each is made once, by the node that asks first; when two ask at the
 * same time, both get the one that was stored first.
 */
@Component
class PlatformSecrets {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    PlatformSecrets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String get(String name, Supplier<String> make) {
        var value = known.get(name);
        if (value != null) return value;
        value = find(name);
        if (value == null) {
            jdbc.sql("""
                            insert into control.platform_secret (name, value, created_at) values (?, ?, ?)
                            on conflict (name) do nothing""")
                    .params(name, make.get(), Timestamp.from(clock.instant()))
                    .update();
            value = find(name);
        }
        if (value == null) throw new IllegalStateException("the platform's secret " + name + " was not kept");
        known.put(name, value);
        return value;
    }

    private @org.jspecify.annotations.Nullable String find(String name) {
        return jdbc.sql("select value from control.platform_secret where name = ?")
                .param(name)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
