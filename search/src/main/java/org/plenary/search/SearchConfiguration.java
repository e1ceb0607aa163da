package org.plenary.search;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchProperties.class)
class SearchConfiguration {
    @Bean
    RecurringTask<Void> fillSearch(Rebuilding rebuilding, SearchProperties settings) {
        return Tasks.recurring("search-fill", FixedDelay.of(settings.checkEvery()))
                .execute((instance, context) -> {
                    try {
                        rebuilding.rebuildWhereNeeded();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
