package org.plenary.tenancy.feature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Remembered;
import org.plenary.tenancy.Feature;
import org.plenary.tenancy.FeatureSwitches;
import org.plenary.tenancy.Features;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The switches are few, and remembered together for some seconds, as tenants are. */
@Component
class StoredFeatures implements Features, FeatureSwitches {
    private static final int WHOLE = 100;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Remembered<String, Switched> known = new Remembered<>(Duration.ofSeconds(5));

    StoredFeatures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record OfTenant(String feature, UUID tenant) {}

    private record Switched(Map<String, Integer> percent, Map<OfTenant, Boolean> own) {}

    @Override
    public boolean isOn(Feature feature, Tenant tenant) {
        var switched = known.of("", key -> read());
        var own = switched.own().get(new OfTenant(feature.key(), tenant.id().value()));
        if (own != null) return own;
        var percent = switched.percent().get(feature.key());
        return percent == null ? feature.isUsual() : place(feature, tenant) < percent;
    }

    /** Always the same for a tenant, and another one for each feature: nobody is the first to try everything. */
    private static int place(Feature feature, Tenant tenant) {
        return Math.floorMod((feature.key() + ":" + tenant.id().value()).hashCode(), WHOLE);
    }

    private Switched read() {
        var percent = new HashMap<String, Integer>();
        jdbc.sql("select feature, percent from control.feature_switch").query(row -> {
            percent.put(row.getString(1), row.getInt(2));
        });
        var own = new HashMap<OfTenant, Boolean>();
        jdbc.sql("select feature, tenant_id, switched_on from control.feature_tenant")
                .query(row -> {
                    own.put(new OfTenant(row.getString(1), row.getObject(2, UUID.class)), row.getBoolean(3));
                });
        return new Switched(percent, own);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Switch> all() {
        var all = new ArrayList<Switch>();
        for (var feature : Feature.values()) {
            var own = jdbc.sql("""
                            select t.slug, t.name, f.switched_on, f.changed_at, f.changed_by
                            from control.feature_tenant f join control.tenant t on t.id = f.tenant_id
                            where f.feature = ? order by t.slug limit ?""")
                    .params(feature.key(), MOST)
                    .query((row, number) -> new Own(
                            row.getString(1),
                            row.getString(2),
                            row.getBoolean(3),
                            row.getTimestamp(4).toInstant(),
                            row.getString(5)))
                    .list();
            all.add(jdbc.sql("select percent, changed_at, changed_by from control.feature_switch where feature = ?")
                    .param(feature.key())
                    .query((row, number) -> switched(feature, row, own))
                    .optional()
                    .orElseGet(() -> new Switch(feature, null, null, null, own)));
        }
        return all;
    }

    private static Switch switched(Feature feature, ResultSet row, List<Own> own) throws SQLException {
        return new Switch(
                feature,
                row.getInt("percent"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"),
                own);
    }

    @Override
    @Transactional
    public void share(Feature feature, @Nullable Integer percent, String by) {
        if (percent == null)
            jdbc.sql("delete from control.feature_switch where feature = ?")
                    .param(feature.key())
                    .update();
        else
            jdbc.sql("""
                            insert into control.feature_switch (feature, percent, changed_at, changed_by) values (?, ?, ?, ?)
                            on conflict (feature) do update set percent = excluded.percent,
                                changed_at = excluded.changed_at, changed_by = excluded.changed_by""")
                    .params(feature.key(), percent, Timestamp.from(clock.instant()), by)
                    .update();
        forget();
    }

    @Override
    @Transactional
    public void own(Feature feature, TenantId tenant, @Nullable Boolean on, String by) {
        if (on == null)
            jdbc.sql("delete from control.feature_tenant where feature = ? and tenant_id = ?")
                    .params(feature.key(), tenant.value())
                    .update();
        else
            jdbc.sql("""
                            insert into control.feature_tenant (feature, tenant_id, switched_on, changed_at, changed_by)
                            values (?, ?, ?, ?, ?)
                            on conflict (feature, tenant_id) do update set switched_on = excluded.switched_on,
                                changed_at = excluded.changed_at, changed_by = excluded.changed_by""")
                    .params(feature.key(), tenant.value(), on, Timestamp.from(clock.instant()), by)
                    .update();
        forget();
    }

    /** Now, and once more when the change is visible to everybody. */
    private void forget() {
        known.forgetAll(key -> true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.forgetAll(key -> true);
            }
        });
    }
}
