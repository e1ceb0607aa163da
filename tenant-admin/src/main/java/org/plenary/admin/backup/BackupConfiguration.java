package org.plenary.admin.backup;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackupSettings.class)
class BackupConfiguration {
    @Bean
    RecurringTask<Void> careForBackups(BackupCare.Rounds rounds, BackupSettings settings) {
        return Tasks.recurring("admin-care-for-backups", FixedDelay.of(settings.checkEvery()))
                .execute((instance, context) -> rounds.make());
    }
}
