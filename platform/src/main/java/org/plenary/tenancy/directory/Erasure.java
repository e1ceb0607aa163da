package org.plenary.tenancy.directory;

import java.util.regex.Pattern;
import org.plenary.tenancy.SchemaCopies;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantErased;
import org.plenary.tenancy.TenantErasure;
import org.plenary.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Component
class Erasure implements TenantErasure {
    private static final Logger log = LoggerFactory.getLogger(Erasure.class);

    /** What is scheduled for a tenant names it, or has it in its data. */
    static final String JOBS = " from control.scheduled_tasks"
            + " where position(? in task_instance || encode(coalesce(task_data, ''), 'escape')) > 0";

    /** Schemas' names are made by us and stand in SQL as they are. */
    private static final Pattern SCHEMA = Pattern.compile("t_[a-z0-9]+");

    private final JdbcClient jdbc;
    private final TenantRows rows;
    private final CachedDirectory directory;
    private final SchemaCopies copies;
    private final ApplicationEventPublisher events;

    Erasure(
            JdbcClient jdbc,
            TenantRows rows,
            CachedDirectory directory,
            SchemaCopies copies,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.directory = directory;
        this.copies = copies;
        this.events = events;
    }

    @Override
    @Transactional
    public void erase(TenantId id) {
        rows.byId(id.value()).ifPresent(this::erase);
    }

    private void erase(Tenant tenant) {
        if (!SCHEMA.matcher(tenant.schema()).matches()) throw new IllegalStateException(tenant.schema());
        // Somebody who still reads a table must not make everybody else wait behind us.
        jdbc.sql("set local lock_timeout = '10s'").update();
        jdbc.sql("drop schema if exists " + tenant.schema() + " cascade").update();
        copies.dropAllOf(tenant.id());
        var id = tenant.id().toString();
        jdbc.sql("delete from control.event_publication where position(? in serialized_event) > 0")
                .param(id)
                .update();
        jdbc.sql("delete from control.late_event where position(? in serialized_event) > 0")
                .param(id)
                .update();
        jdbc.sql("delete" + JOBS).param(id).update();
        jdbc.sql("delete from control.idempotency_record where starts_with(scope, ?)")
                .param(id + ":")
                .update();
        jdbc.sql("delete from control.tenant where id = ?")
                .param(tenant.id().value())
                .update();
        events.publishEvent(new TenantErased(tenant.id()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                directory.forget(tenant);
                log.info("erased tenant={} schema={}", tenant.slug(), tenant.schema());
            }
        });
    }
}
