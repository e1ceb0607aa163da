package org.plenary;

import java.util.Arrays;
import org.plenary.tenancy.TenantUpgrade;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

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

    static void main(String[] args) {
        var context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties("db-scheduler.enabled=false")
                .run(args);
        var failed = context.getBean(TenantUpgrade.class).run();
        context.close();
        System.exit(failed == 0 ? 0 : 1);
    }
}
