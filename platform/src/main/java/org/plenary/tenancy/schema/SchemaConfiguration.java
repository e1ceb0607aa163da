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
    /** @param spares how many schemas are kept ready for organizations that sign up; each costs about 4 MB on disk */
    @ConfigurationProperties("plenary.tenancy.schema")
    record Settings(
            @DefaultValue("5") int spares,
            @DefaultValue("20s") Duration checkEvery) {}

    @Bean
    ControlMigration controlMigration(DirectConnections connections) {
        return new ControlMigration(connections);
    }

    @Bean
    RecurringTask<Void> keepSpareSchemas(PreparedSchemas schemas, Settings settings) {
        return Tasks.recurring("tenancy-keep-spare-schemas", FixedDelay.of(settings.checkEvery()))
                .execute((instance, context) -> schemas.keepSpares(settings.spares()));
    }
}
