package org.plenary.registration.quota;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Preconditions;
import org.plenary.registration.fee.CategoryChanged;
import org.plenary.registration.fee.Fees;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes, changes and takes away quotas. What was sold before counts in them too. */
@Component
class SettingQuotas {
    private static final int MAXIMUM = 50;

    private final JdbcClient jdbc;
    private final Json json;
    private final Quotas quotas;
    private final Recounting recounting;
    private final AuditTrail audit;

    SettingQuotas(JdbcClient jdbc, Json json, Quotas quotas, Recounting recounting, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.quotas = quotas;
        this.recounting = recounting;
        this.audit = audit;
    }

    @Transactional
    public Quotas.Kept create(ConferenceView conference, Quota quota) {
        recounting.check(conference.id(), quota);
        quotas.guardAlone(conference.id());
        if (quotas.all(conference.id()).size() >= MAXIMUM)
            throw new Problem.Conflict("too_many_quotas", "A conference has at most 50 quotas.");
        var written = jdbc.sql("""
                INSERT INTO quota (conference_id, key, definition, version)
                VALUES (:conference, :key, CAST(:definition AS jsonb), 0) ON CONFLICT DO NOTHING""")
                .param("conference", conference.id())
                .param("key", quota.key())
                .param("definition", json.write(quota))
                .update();
        if (written == 0) throw new Problem.InvalidInput("/key", "taken", "Another quota has this key.");
        recounting.recount(conference.id(), quota);
        audit.record("quota.created", quota.key(), Map.of("conference", conference.slug()));
        return new Quotas.Kept(quota, 0);
    }

    /** @param ifMatch the tag of the version that the writer saw, or null to write in any case */
    @Transactional
    public Quotas.Kept change(ConferenceView conference, String key, Quota quota, @Nullable String ifMatch) {
        recounting.check(conference.id(), quota);
        if (!quota.key().equals(key))
            throw new Problem.InvalidInput("/key", "fixed", "The key of a quota never changes.");
        quotas.guardAlone(conference.id());
        var before = find(conference.id(), key);
        Preconditions.check(ifMatch, before.version());
        jdbc.sql("""
                UPDATE quota SET definition = CAST(:definition AS jsonb), version = version + 1
                WHERE conference_id = :conference AND key = :key""")
                .param("conference", conference.id())
                .param("key", key)
                .param("definition", json.write(quota))
                .update();
        recounting.recount(conference.id(), quota);
        audit.changed("quota.changed", key, Map.of("conference", conference.slug()), before.quota(), quota);
        return new Quotas.Kept(quota, before.version() + 1);
    }

    @Transactional
    public void delete(ConferenceView conference, String key) {
        quotas.guardAlone(conference.id());
        var kept = find(conference.id(), key);
        recounting.forget(conference.id(), kept.quota());
        jdbc.sql("DELETE FROM quota WHERE conference_id = :conference AND key = :key")
                .param("conference", conference.id())
                .param("key", key)
                .update();
        audit.record("quota.deleted", key, Map.of("conference", conference.slug()));
    }

    /** Places of the fee may count in other quotas now. */
    @EventListener
    public void on(CategoryChanged changed) {
        var all = quotas.all(changed.conference());
        if (all.isEmpty()) return;
        quotas.guardAlone(changed.conference());
        all.forEach(kept -> recounting.recount(changed.conference(), kept.quota()));
    }

    Quotas.Kept find(UUID conference, String key) {
        return quotas.all(conference).stream()
                .filter(kept -> kept.quota().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("This quota"));
    }

    /** Counts anew what belongs to a quota; nobody takes or frees places meanwhile. */
    @Component
    static class Recounting {
        private final JdbcClient jdbc;
        private final Fees fees;
        private final Forms forms;

        Recounting(JdbcClient jdbc, Fees fees, Forms forms) {
            this.jdbc = jdbc;
            this.fees = fees;
            this.forms = forms;
        }

        void check(UUID conference, Quota quota) {
            var options = forms.newest(Purpose.REGISTRATION, conference)
                    .definition()
                    .fields()
                    .flatMap(field -> field.options().stream().map(option -> field.key() + ":" + option.key()))
                    .collect(Collectors.toSet());
            quota.check(fees.all(conference), options);
        }

        void recount(UUID conference, Quota quota) {
            var members = quota.who().stockKeys(fees.all(conference)).toArray();
            mark(conference, quota, members);
            jdbc.sql("""
                    INSERT INTO stock (conference_id, key, capacity, used)
                    SELECT :conference, :key, CAST(:size AS int),
                        (SELECT coalesce(sum((l.takes ->> :key)::int), 0) FROM order_line l JOIN orders o ON o.id = l.order_id
                         WHERE o.conference_id = :conference AND o.status IN ('awaiting_approval', 'pending', 'confirmed')
                           AND l.cancelled_at IS NULL AND l.takes ->> :key IS NOT NULL)
                        + (SELECT coalesce(sum((c.held ->> :key)::int), 0) FROM order_change c JOIN orders o ON o.id = c.order_id
                           WHERE o.conference_id = :conference AND c.status = 'pending')
                        + (SELECT coalesce(sum((v.held ->> :key)::int), 0) FROM voucher v
                           WHERE v.conference_id = :conference)
                    ON CONFLICT (conference_id, key) DO UPDATE SET capacity = excluded.capacity, used = excluded.used""")
                    .param("conference", conference)
                    .param("key", quota.stockKey())
                    .param("size", quota.size())
                    .update();
        }

        void forget(UUID conference, Quota quota) {
            mark(conference, quota, new Object[0]);
            jdbc.sql("DELETE FROM stock WHERE conference_id = :conference AND key = :key")
                    .param("conference", conference)
                    .param("key", quota.stockKey())
                    .update();
        }

        /** Lines of ended orders too: a late payment takes their places again. */
        private void mark(UUID conference, Quota quota, Object[] members) {
            mark("order_line", "takes", """
                    SELECT l.id, l.takes AS has FROM order_line l JOIN orders o ON o.id = l.order_id
                    WHERE o.conference_id = :conference""", conference, quota, members);
            mark("order_change", "held", """
                    SELECT c.id, c.held AS has FROM order_change c JOIN orders o ON o.id = c.order_id
                    WHERE o.conference_id = :conference AND c.status = 'pending'""", conference, quota, members);
            mark(
                    "voucher",
                    "held",
                    "SELECT v.id, v.held AS has FROM voucher v WHERE v.conference_id = :conference AND v.reserves",
                    conference,
                    quota,
                    members);
        }

        private void mark(String table, String column, String rows, UUID conference, Quota quota, Object[] members) {
            jdbc.sql("""
                    UPDATE %1$s AS marked SET %2$s = CASE WHEN counted.n IS NULL THEN marked.%2$s - :key
                        ELSE jsonb_set(marked.%2$s, ARRAY[:key], to_jsonb(counted.n)) END
                    FROM (SELECT each.id, (SELECT sum(t.value::int)::int FROM jsonb_each_text(each.has) AS t
                                           WHERE t.key = ANY (:members)) AS n
                          FROM (%3$s) AS each) AS counted
                    WHERE marked.id = counted.id AND (marked.%2$s ->> :key)::int IS DISTINCT FROM counted.n""".formatted(table, column, rows))
                    .param("conference", conference)
                    .param("key", quota.stockKey())
                    .param("members", new org.springframework.jdbc.support.SqlArrayValue("text", members))
                    .update();
        }
    }
}
