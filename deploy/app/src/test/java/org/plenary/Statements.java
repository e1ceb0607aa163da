package org.plenary;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.context.request.RequestContextHolder;

/** What requests ask of the database for their tenant; begin and commit of transactions are left out. */
public final class Statements extends JdbcTemplate {
    private final Map<TenantId, List<String>> sent = new ConcurrentHashMap<>();

    Statements(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        if (RequestContextHolder.getRequestAttributes() == null) return;
        Tenancy.current()
                .map(tenant -> sent.get(tenant.id()))
                .ifPresent(heard -> heard.add(statement.toString().replaceFirst("^.* wrapping ", "")));
    }

    /** The statements that the tenant's requests send meanwhile, without their parameters. */
    public List<String> of(Tenant tenant, Runnable work) {
        var heard = new CopyOnWriteArrayList<String>();
        sent.put(tenant.id(), heard);
        try {
            work.run();
            return List.copyOf(heard);
        } finally {
            sent.remove(tenant.id());
        }
    }
}
