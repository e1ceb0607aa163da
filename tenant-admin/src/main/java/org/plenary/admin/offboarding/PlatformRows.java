package org.plenary.admin.offboarding;

import java.util.Set;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantTraces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rows about a tenant in the platform's own tables. It finds the tables by itself, so that one which is made later and forgotten
 * in the erasure keeps the certificate from being issued.
 */
@Component
class PlatformRows implements TenantTraces {
    /** What is to stay: the platform's books, backups for as long as the policy says, and the record of the leaving itself. */
    private static final Set<String> KEPT = Set.of(
            "platform_invoice", "platform_credit_note", "tenant_deletion", "deletion_certificate", "tenant_backup");

    private final JdbcClient jdbc;

    PlatformRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "platform-rows";
    }

    @Override
    public long count(TenantId tenant, String schema) {
        return jdbc.sql("""
                        select table_name from information_schema.columns
                        where table_schema = 'control' and column_name = 'tenant_id' order by 1""").query(String.class).list().stream()
                .filter(table -> !KEPT.contains(table))
                .mapToLong(table -> jdbc.sql("select count(*) from control." + table + " where tenant_id = ?")
                        .param(tenant.value())
                        .query(Long.class)
                        .single())
                .sum();
    }
}
