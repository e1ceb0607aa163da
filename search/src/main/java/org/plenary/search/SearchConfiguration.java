package org.plenary.search;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchProperties.class)
class SearchConfiguration {
    private static final Duration WEEK = Duration.ofDays(7);

    @Bean
    Reach reach() {
        return new Reach(System::nanoTime);
    }

    @Bean
    Homes homes(HomeRows rows) {
        return new Homes(rows::all);
    }

    @Bean
    RecurringTask<Void> fillSearch(
            Rebuilding rebuilding, IndexVerifying verifying, LargeTenants large, SearchProperties settings) {
        return Tasks.recurring("search-fill", FixedDelay.of(settings.checkEvery()))
                .execute((instance, context) -> {
                    try {
                        for (var source : rebuilding.rebuildWhereNeeded()) verifying.verify(source);
                        large.advance();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** It goes through all that there is: once a week, and whenever the operator has it run. */
    @Bean
    RecurringTask<Void> verifySearch(IndexVerifying verifying) {
        return Tasks.recurring("search-verify", FixedDelay.of(WEEK)).execute((instance, context) -> {
            try {
                verifying.verify();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
