package org.plenary.tenancy.schema;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SchemaConfiguration.Settings.class)
class SchemaConfiguration {
    /**
     * @param spares how many schemas are kept ready for organizations that sign up; each costs about 4 MB on disk
     * @param upgradeLateEvery how often is looked for schemas that the version before has made during a rollout
     */
    @ConfigurationProperties("plenary.tenancy.schema")
    record Settings(
            @DefaultValue("5") int spares,
            @DefaultValue("20s") Duration checkEvery,
            @DefaultValue("30s") Duration upgradeLateEvery) {}

    @Bean
    ControlMigration controlMigration(DirectConnections connections) {
        return new ControlMigration(connections);
    }

    @Bean
    RecurringTask<Void> keepSpareSchemas(PreparedSchemas schemas, Settings settings) {
        return Tasks.recurring("tenancy-keep-spare-schemas", FixedDelay.of(settings.checkEvery()))
                .execute((instance, context) -> schemas.keepSpares(settings.spares()));
    }

    @Bean
    RecurringTask<Void> upgradeLateSchemas(Upgrade upgrade, Settings settings) {
        return Tasks.recurring("tenancy-upgrade-late-schemas", FixedDelay.of(settings.upgradeLateEvery()))
                .execute((instance, context) -> upgrade.late());
    }
}
