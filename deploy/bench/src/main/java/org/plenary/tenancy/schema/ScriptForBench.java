package org.plenary.tenancy.schema;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.core.io.DefaultResourceLoader;

/** The script that makes a tenant's schema, for making thousands. It stands in the package of what it asks. */
public final class ScriptForBench {
    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private ScriptForBench() {}

    public static String text() throws Exception {
        LIQUIBASE.setLevel(Level.WARNING);
        return new TenantChangeLog(new DefaultResourceLoader()).script();
    }
}
