package org.plenary.tenancy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Switches features, for operators. Each call joins the caller's transaction. */
public interface FeatureSwitches {
    /**
     * How one feature is switched.
     *
     * @param percent of all tenants for which it is on; null as long as nobody has said anything
     * @param own the tenants with a setting of their own, at most {@link #MOST}
     */
    record Switch(
            Feature feature,
            @Nullable Integer percent,
            @Nullable Instant changedAt,
            @Nullable String changedBy,
            List<Own> own) {}

    record Own(String slug, String name, boolean on, Instant changedAt, String changedBy) {}

    int MOST = 200;

    List<Switch> all();

    /**
     * @param percent 0 for nobody to 100 for everybody; whoever has it keeps it when the share grows. Null for what the code declares
     * @param by the name of who switches
     */
    void share(Feature feature, @Nullable Integer percent, String by);

    /** @param on null for what holds for all */
    void own(Feature feature, TenantId tenant, @Nullable Boolean on, String by);
}
