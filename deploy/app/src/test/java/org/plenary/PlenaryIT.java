package org.plenary;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.commons.support.AnnotationSupport;
import org.plenary.admin.NameServer;
import org.plenary.dev.DevConfiguration;
import org.plenary.dev.Surroundings;
import org.plenary.embedded.EmbeddedServices;
import org.plenary.embedded.Inbox;
import org.plenary.identity.ApiClients;
import org.plenary.identity.OpenIdProvider;
import org.plenary.identity.Permission;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantRegistry;
import org.plenary.tenancy.TenantSchemas;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole application on real services, started once for all tests of a run. A test makes its own tenant, so tests run in
 * any order and do not see each other. Some count statements or stop a service: all have the application to themselves, one after
 * the other, but those that say that they run at the same time as others.
 */
@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@Import({DevConfiguration.class, PlenaryIT.Running.class})
@ResourceLock(providers = PlenaryIT.Alone.class)
public abstract class PlenaryIT {
    private static final BCryptPasswordEncoder QUICK = new BCryptPasswordEncoder(4);
    private static final int PORT = freePort();
    private static final Path DATA = Path.of("target/services").toAbsolutePath();
    private static final Surroundings SURROUNDINGS = Surroundings.start(DATA, false, PORT);

    /** What was asked of the card sandbox, and what it answered and sent, is as Stripe's own types have it. */
    @RegisterExtension
    static final AfterAllCallback STRIPES_TYPES = new StripesTypes(DATA.resolve("sandbox-recording"));

    @Autowired
    private TenantRegistry registry;

    @Autowired
    private TenantSchemas schemas;

    @Autowired
    private ApiClients clients;

    static final class Alone implements ResourceLocksProvider {
        @Override
        public Set<Lock> provideForClass(Class<?> test) {
            var shares = AnnotationSupport.findAnnotation(test, Execution.class)
                    .filter(execution -> execution.value() == ExecutionMode.CONCURRENT);
            return shares.isPresent() ? Set.of() : Set.of(new Lock(Resources.GLOBAL));
        }
    }

    /** A test configuration is not found by scanning, so that the application for trying out does not start it too. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Running {
        @Bean(destroyMethod = "")
        EmbeddedServices embeddedServices() {
            return SURROUNDINGS.services();
        }

        @Bean
        Crashes crashes() {
            return new Crashes();
        }

        @Bean
        @Primary
        JumpingClock jumpingClock() {
            return new JumpingClock();
        }

        @Bean
        Statements statements(DataSource dataSource) {
            return new Statements(dataSource);
        }
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        SURROUNDINGS.properties().forEach((name, value) -> properties.add(name, () -> value));
        // as while a secret is replaced: the new one, and the former one
        var secret = SURROUNDINGS.properties().get("plenary.stripe.connect-webhook-secret");
        properties.add("plenary.stripe.connect-webhook-secret", () -> secret + ",whsec_being_retired");
        // These come too late for MailAddress, which reads the environment before tests add to it.
        var mail = java.net.URI.create(String.valueOf(SURROUNDINGS.properties().get("plenary.smtp.url")));
        properties.add("spring.mail.host", mail::getHost);
        properties.add("spring.mail.port", mail::getPort);
        // in the country of hardly any test
        properties.add("plenary.plans.tax.country", () -> "AT");
        properties.add("plenary.plans.tax.rates.at", () -> "20");
        properties.add("db-scheduler.polling-interval", () -> "200ms");
        properties.add("plenary.events.redeliver-every", () -> "250ms");
        properties.add("plenary.events.first-delay", () -> "2s");
        properties.add("db-scheduler.heartbeat-interval", () -> "2s");
        properties.add("plenary.webhooks.send-every", () -> "250ms");
        properties.add("plenary.webhooks.retries", () -> "200ms,5m");
        // all tests sign up and sign in from here
        properties.add("plenary.signup.per-address", () -> "600");
        properties.add("plenary.limits.sign-ins-of-address", () -> "10000");
        // tests that want to know it have one tenant measured; to walk over those of all tests takes a while
        properties.add("plenary.vitals.measure-every", () -> "1h");
        // tests of upgrades have them done when they want to
        properties.add("plenary.tenancy.schema.upgrade-late-every", () -> "1h");
        // tests of moving documents take each step when they want to
        properties.add("plenary.search.pause", () -> "1h");
        properties.add("plenary.offboarding.check-every", () -> "500ms");
        properties.add("plenary.accounts.check-every", () -> "500ms");
        properties.add("plenary.clients.patience", () -> "4s");
        properties.add("plenary.jobs.check-every", () -> "300ms");
        properties.add("plenary.backups.folder", () -> DATA.resolve("backups").toString());
        properties.add("plenary.backups.pause", () -> "100ms");
        properties.add("plenary.domains.check-every", () -> "500ms");
        for (var shared : List.of("google", "orcid")) {
            properties.add("plenary.sign-in." + shared + ".client-id", () -> OpenIdProvider.PLATFORM);
            properties.add("plenary.sign-in." + shared + ".client-secret", () -> OpenIdProvider.PLATFORM);
            properties.add("plenary.sign-in." + shared + ".issuer", OpenIdProvider::issuer);
        }
        // which tests have switched off by default
        properties.add("management.prometheus.metrics.export.enabled", () -> "true");
        properties.add("plenary.domains.dns", () -> NameServer.ours().address());
    }

    /**
     * As the product keeps a password, but with a quick hash: to hash slowly takes a tenth of a second, for each owner that a test makes
     * and each time one signs in. The tests of signing in itself use the product's own.
     */
    public static String quickHash(String password) {
        return "{bcrypt}" + QUICK.encode(password);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The platform host, without a token. */
    protected static Http platform() {
        return new Http(PORT, "localhost", Map.of());
    }

    /** The tenant's host, without a token. */
    protected static Http anonymous(Tenant tenant) {
        return new Http(PORT, tenant.slug() + ".localhost", Map.of());
    }

    /** An active tenant with an empty schema. */
    protected Tenant aTenant() {
        var slug = "t" + Ids.reference(10).toLowerCase(Locale.ROOT);
        var tenant = registry.register(new TenantRegistry.NewTenant(
                slug, "Society " + slug, "DE", Locale.ENGLISH, ZoneId.of("Europe/Berlin"), "free"));
        schemas.provision(tenant.id());
        return registry.activate(tenant.id());
    }

    /** The tenant's host with a token that has all scopes. */
    protected Http owner(Tenant tenant) {
        return as(tenant, Permission.values());
    }

    /** The tenant's host with a token that has these scopes. */
    protected Http as(Tenant tenant, Permission... permissions) {
        var scopes = EnumSet.noneOf(Permission.class);
        for (var permission : permissions) if (permission != Permission.OPERATOR) scopes.add(permission);
        return anonymous(tenant).withToken(token(tenant, scopes));
    }

    /** An access token with all scopes of the tenant. */
    protected String token(Tenant tenant) {
        return token(tenant, Permission.ofTenant());
    }

    private String token(Tenant tenant, Set<Permission> scopes) {
        var client = clients.issue(tenant.id(), "test", scopes);
        return platform().token(client.clientId(), client.clientSecret());
    }

    /** The platform host with the operator's token. */
    protected static Http operator() {
        return platform().withToken(platform().token("operator", "operator"));
    }

    protected static Inbox inbox() {
        return SURROUNDINGS.services().inbox();
    }

    protected static EmbeddedServices services() {
        return SURROUNDINGS.services();
    }

    /** Waits until the condition holds, at most 30 seconds. */
    protected static void eventually(String what, BooleanSupplier condition) {
        var deadline = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("still not: " + what);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
