package org.plenary.admin.branding;

import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Branding;
import org.plenary.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the bound tenant's own entry from the database: the directory's answer may be some seconds old. */
@Component
class TenantProfiles {
    private static final String SELECT = "select name, locale, branding::text from control.tenant where id = ?";

    private final JdbcClient jdbc;
    private final Json json;

    TenantProfiles(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    TenantProfile current() {
        return read(SELECT);
    }

    /** Held until the transaction ends, so that two changes at once follow each other. */
    TenantProfile lock() {
        return read(SELECT + " for update");
    }

    private TenantProfile read(String sql) {
        return jdbc.sql(sql)
                .param(Tenancy.require().id().value())
                .query((row, number) -> TenantProfile.of(
                        row.getString(1),
                        row.getString(2),
                        json.read(row.getString(3), Branding.class),
                        row.getString(3)))
                .optional()
                .orElseThrow(() -> new Problem.NotFound("The tenant"));
    }
}
