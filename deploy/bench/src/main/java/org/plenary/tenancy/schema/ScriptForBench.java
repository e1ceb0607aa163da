package org.plenary.tenancy.schema;

import org.springframework.core.io.DefaultResourceLoader;

/** The script that makes a tenant's schema, for making thousands. It stands in the package of what it asks. */
public final class ScriptForBench {
    private ScriptForBench() {}

    public static String text() throws Exception {
        return new TenantChangeLog(new DefaultResourceLoader()).script();
    }
}
