package org.plenary.tenancy.schema;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantTables;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Has PostgreSQL itself write the tables, whatever their size. */
@Component
class CopiedTables implements TenantTables {
    private final JdbcClient client;
    private final JdbcOperations jdbc;

    CopiedTables(JdbcClient client, JdbcOperations jdbc) {
        this.client = client;
        this.jdbc = jdbc;
    }

    @Override
    public List<String> names() {
        return client.sql("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = ? and c.relkind = 'r' and c.relname not like 'databasechangelog%' order by 1""")
                .param(Tenancy.require().schema())
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Override
    public void copy(String name, OutputStream out) {
        if (!names().contains(name)) throw new IllegalArgumentException("no table of the tenant: " + name);
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            var postgres = connection.unwrap(PGConnection.class);
            var table = postgres.escapeIdentifier(Tenancy.require().schema()) + "." + postgres.escapeIdentifier(name);
            try {
                return postgres.getCopyAPI()
                        .copyOut("copy (select * from " + table + ") to stdout (format csv, header)", out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
