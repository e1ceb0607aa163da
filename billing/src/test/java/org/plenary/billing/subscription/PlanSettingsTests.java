package org.plenary.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.plenary.tenancy.Quota;
import org.springframework.util.unit.DataSize;

class PlanSettingsTests {
    private static final long GIGABYTE = 1024L * 1024 * 1024;

    @Test
    void eachPlanHasItsLimitsWithoutAnySetting() {
        var plans = new Plans(settings(Map.of()));

        assertThat(limit(plans, "free", Quota.DELEGATES)).hasValue(200);
        assertThat(limit(plans, "free", Quota.CONFERENCES)).hasValue(3);
        assertThat(limit(plans, "free", Quota.STAFF)).hasValue(5);
        assertThat(limit(plans, "free", Quota.STORAGE)).hasValue(GIGABYTE);
        assertThat(limit(plans, "conference", Quota.DELEGATES)).isEmpty();
        assertThat(limit(plans, "conference", Quota.STAFF)).hasValue(25);
        assertThat(limit(plans, "conference", Quota.STORAGE)).hasValue(20 * GIGABYTE);
        assertThat(limit(plans, "year", Quota.STAFF)).isEmpty();
        assertThat(limit(plans, "year", Quota.STORAGE)).hasValue(200 * GIGABYTE);
    }

    @Test
    void aLimitThatIsNoNumberOfThingsIsRefused() {
        assertThatThrownBy(() -> new PlanSettings.Limits(null, null, -1, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PlanSettings.Limits(null, null, null, DataSize.ofBytes(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PlanSettings settings(Map<String, PlanSettings.Limits> agreed) {
        return new PlanSettings("EUR", null, null, null, agreed, Duration.ZERO, Duration.ZERO);
    }

    private static OptionalLong limit(Plans plans, String plan, Quota quota) {
        return plans.chosen(plan).limits().of(quota);
    }
}
