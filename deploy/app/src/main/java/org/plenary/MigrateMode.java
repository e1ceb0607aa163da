package org.plenary;

import java.util.Arrays;
import org.plenary.tenancy.TenantUpgrade;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;

/**
 * Brings every tenant's schema to the newest version and ends: run with {@code --migrate} before a new version of the
 * application is rolled out. It never serves requests. Exit code 1 when a tenant could not be brought up to date.
 */
final class MigrateMode {
    private static final String OPTION = "--migrate";

    private MigrateMode() {}

    static boolean isAsked(String[] args) {
        return Arrays.asList(args).contains(OPTION);
    }

    /** With a context for the web, which many parts ask for, but without listening: what is said on the command line wins over everything. */
    static void main(String[] args) {
        var quiet = Arrays.copyOf(args, args.length + 1);
        quiet[args.length] = "--db-scheduler.enabled=false";
        var application = new SpringApplication(Application.class);
        application.addInitializers(MigrateMode::closePort);
        var context = application.run(quiet);
        var failed = context.getBean(TenantUpgrade.class).run();
        context.close();
        System.exit(failed == 0 ? 0 : 1);
    }

    /** Not by the setting of the port, from which the platform's own address is made where nothing else is said. */
    private static void closePort(ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context).registerBean(NoPort.class, NoPort::new);
    }

    private static final class NoPort implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {
        @Override
        public void customize(ConfigurableWebServerFactory factory) {
            factory.setPort(-1);
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }
    }
}
