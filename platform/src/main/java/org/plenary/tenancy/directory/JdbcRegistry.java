package org.plenary.tenancy.directory;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Branding;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantProvisioned;
import org.plenary.tenancy.TenantRegistry;
import org.plenary.tenancy.TenantStatus;
import org.plenary.tenancy.TenantStatusChanged;
import org.plenary.tenancy.schema.PreparedSchemas;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Changes tenants in the table and forgets what is remembered of them. */
@Component
class JdbcRegistry implements TenantRegistry {
    private final TenantWrites writes;
    private final TenantRows rows;
    private final CachedDirectory directory;
    private final PreparedSchemas schemas;
    private final ApplicationEventPublisher events;

    JdbcRegistry(
            TenantWrites writes,
            TenantRows rows,
            CachedDirectory directory,
            PreparedSchemas schemas,
            ApplicationEventPublisher events) {
        this.writes = writes;
        this.rows = rows;
        this.directory = directory;
        this.schemas = schemas;
        this.events = events;
    }

    @Override
    @Transactional
    public Tenant register(NewTenant tenant) {
        var id = new TenantId(Ids.next());
        var schema = schemas.claim().orElseGet(PreparedSchemas::newName);
        try {
            writes.insert(id, schema, tenant);
        } catch (DuplicateKeyException e) {
            throw new Problem.InvalidInput("/organization/slug", "taken", "This address is taken.");
        }
        return find(id);
    }

    @Override
    @Transactional
    public Tenant activate(TenantId tenant) {
        if (writes.move(tenant, TenantStatus.PROVISIONING, TenantStatus.ACTIVE, null))
            events.publishEvent(new TenantProvisioned(tenant));
        return changed(tenant);
    }

    @Override
    @Transactional
    public Tenant suspend(TenantId tenant, String reason) {
        // somebody else may have suspended it; from now on this is the reason
        if (writes.move(tenant, TenantStatus.SUSPENDED, TenantStatus.SUSPENDED, reason)) return changed(tenant);
        return move(tenant, TenantStatus.ACTIVE, TenantStatus.SUSPENDED, reason);
    }

    @Override
    @Transactional
    public boolean suspendActive(TenantId tenant, String reason) {
        if (!writes.move(tenant, TenantStatus.ACTIVE, TenantStatus.SUSPENDED, reason)) return false;
        events.publishEvent(new TenantStatusChanged(tenant, TenantStatus.SUSPENDED));
        var unused = changed(tenant);
        return true;
    }

    @Override
    @Transactional
    public boolean resumeSuspendedFor(TenantId tenant, String reason) {
        var to = open(tenant);
        if (!writes.resume(tenant, to, reason)) return false;
        events.publishEvent(new TenantStatusChanged(tenant, to));
        var unused = changed(tenant);
        return true;
    }

    @Override
    @Transactional
    public Tenant resume(TenantId tenant) {
        return move(tenant, TenantStatus.SUSPENDED, open(tenant), null);
    }

    @Override
    @Transactional
    public Tenant retire(TenantId tenant) {
        var now = find(tenant);
        return move(tenant, now.status(), TenantStatus.DELETING, now.statusReason());
    }

    @Override
    @Transactional
    public Tenant restore(TenantId tenant, TenantStatus before) {
        var to = before == TenantStatus.ACTIVE ? open(tenant) : before;
        return move(tenant, TenantStatus.DELETING, to, find(tenant).statusReason());
    }

    /** One that was closed while an upgrade failed for it waits in maintenance for the upgrade that works. */
    private TenantStatus open(TenantId tenant) {
        return schemas.isCurrent(find(tenant)) ? TenantStatus.ACTIVE : TenantStatus.MAINTENANCE;
    }

    private Tenant move(TenantId tenant, TenantStatus from, TenantStatus to, @Nullable String reason) {
        if (!writes.move(tenant, from, to, reason) && find(tenant).status() != to)
            throw new Problem.Conflict(
                    "wrong_status", "Only a tenant that is " + name(from) + " becomes " + name(to) + ".");
        events.publishEvent(new TenantStatusChanged(tenant, to));
        return changed(tenant);
    }

    private static String name(TenantStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    @Override
    @Transactional
    public Tenant changePlan(TenantId tenant, String plan) {
        writes.set(tenant, Map.of("plan", plan));
        return changed(tenant);
    }

    @Override
    @Transactional
    public Tenant rename(TenantId tenant, String name, Locale locale) {
        writes.set(tenant, Map.of("name", name, "locale", locale.toLanguageTag()));
        return changed(tenant);
    }

    @Override
    @Transactional
    public Tenant rebrand(TenantId tenant, Branding branding) {
        writes.rebrand(tenant, branding);
        return changed(tenant);
    }

    @Override
    @Transactional
    public Tenant useDomain(TenantId tenant, @Nullable String domain) {
        try {
            writes.domain(tenant, domain);
        } catch (DuplicateKeyException e) {
            throw new Problem.Conflict("domain_taken", "Another organization has this domain.");
        }
        return changed(tenant);
    }

    /** Forgets what this node remembers, now and once more when the change is visible to everybody. */
    private Tenant changed(TenantId id) {
        var tenant = find(id);
        directory.forget(tenant);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                directory.forget(tenant);
            }
        });
        return tenant;
    }

    private Tenant find(TenantId id) {
        return rows.byId(id.value()).orElseThrow(() -> new Problem.NotFound("The tenant"));
    }
}
