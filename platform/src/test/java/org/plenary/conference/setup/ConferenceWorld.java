package org.plenary.conference.setup;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.SetupStep;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Caller;
import org.plenary.identity.Callers;
import org.plenary.kernel.Json;
import org.plenary.tenancy.Reading;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** The conference module with its web pages, on conferences in memory, and a caller who can be exchanged. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = "org.plenary.conference",
        excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ConferenceRows.class))
@ComponentScan(
        basePackages = "org.plenary.kernel.web",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(MessageCatalogue|Formats|FormatsDialect|PageErrors|LanguageChoice|WireConfiguration|ApiAdvice|MoneyModule)"))
@ImportAutoConfiguration({
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    ThymeleafAutoConfiguration.class
})
@Import({Json.class, Reading.class})
public class ConferenceWorld {
    @Bean
    InMemoryConferences conferences() {
        return new InMemoryConferences();
    }

    @Bean
    ConferenceRows conferenceRows(InMemoryConferences conferences, ConferenceDocuments documents) {
        return new InMemoryRows(conferences, documents);
    }

    @Bean
    NoDatabase transactions() {
        return new NoDatabase();
    }

    @Bean
    WhoCalls callers() {
        return new WhoCalls();
    }

    @Bean
    FeeStep feeStep() {
        return new FeeStep();
    }

    @Bean
    AuditTrail audit() {
        return (action, subject, details) -> {};
    }

    @Bean
    Urls urls() {
        return new Urls() {
            @Override
            public java.net.URI platform(String path) {
                return java.net.URI.create("http://localhost:8080" + path);
            }

            @Override
            public java.net.URI tenant(Tenant tenant, String path) {
                return java.net.URI.create("http://" + tenant.slug() + ".localhost:8080" + path);
            }

            @Override
            public boolean isSecure() {
                return false;
            }
        };
    }

    /** Who makes the requests. */
    public static final class WhoCalls implements Callers {
        public Caller caller = Caller.ANONYMOUS;

        @Override
        public Caller current() {
            return caller;
        }
    }

    /** A required step of another module. */
    public static final class FeeStep implements SetupStep {
        public boolean done;

        @Override
        public int order() {
            return 40;
        }

        @Override
        public String messageKey() {
            return "conference.setup.details";
        }

        @Override
        public String path(ConferenceView conference) {
            return "/manage/conferences/" + conference.slug() + "/fees";
        }

        @Override
        public boolean isDone(ConferenceView conference) {
            return done;
        }

        @Override
        public boolean isRequired() {
            return true;
        }
    }

    /** Keeps conferences without a database. */
    static final class InMemoryConferences implements Conferences {
        private final Map<UUID, Conference> all = new java.util.concurrent.ConcurrentHashMap<>();

        @Override
        public Optional<Conference> findBySlug(String slug) {
            return all.values().stream().filter(c -> c.slug().equals(slug)).findFirst();
        }

        @Override
        public boolean existsBySlug(String slug) {
            return findBySlug(slug).isPresent();
        }

        @Override
        public Conference saveAndFlush(Conference conference) {
            all.put(conference.id(), conference);
            return conference;
        }
    }

    /** Reads the conferences in memory as they are read from the database. */
    private static final class InMemoryRows extends ConferenceRows {
        private final InMemoryConferences conferences;
        private final ConferenceDocuments documents;

        InMemoryRows(InMemoryConferences conferences, ConferenceDocuments documents) {
            super(null, documents);
            this.conferences = conferences;
            this.documents = documents;
        }

        @Override
        Optional<ConferenceView> bySlug(String slug) {
            return conferences.findBySlug(slug).map(documents::view);
        }

        @Override
        Optional<ConferenceView> byId(UUID id) {
            return Optional.ofNullable(conferences.all.get(id)).map(documents::view);
        }

        @Override
        List<ConferenceView> all(int limit) {
            return conferences.all.values().stream()
                    .sorted(Comparator.comparing(Conference::startsOn)
                            .thenComparing(Conference::id)
                            .reversed())
                    .limit(limit)
                    .map(documents::view)
                    .toList();
        }
    }

    /** Transactions of nothing. */
    @SuppressWarnings("serial") // never serialized
    static final class NoDatabase extends AbstractPlatformTransactionManager {
        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
