package org.plenary;

import java.util.Arrays;
import org.plenary.tenancy.TenantUpgrade;
import org.springframework.boot.SpringApplication;

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

    /** With a context for the web, which many parts ask for, but without a port: what is said on the command line wins over everything. */
    static void main(String[] args) {
        var quiet = Arrays.copyOf(args, args.length + 2);
        quiet[args.length] = "--server.port=-1";
        quiet[args.length + 1] = "--db-scheduler.enabled=false";
        var context = SpringApplication.run(Application.class, quiet);
        var failed = context.getBean(TenantUpgrade.class).run();
        context.close();
        System.exit(failed == 0 ? 0 : 1);
    }
}
