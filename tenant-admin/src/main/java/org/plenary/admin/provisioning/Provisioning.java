package org.plenary.admin.provisioning;

import java.time.Duration;
import java.util.UUID;
import org.plenary.admin.SignupVerified;
import org.plenary.admin.signup.Signup;
import org.plenary.admin.signup.SignupStatus;
import org.plenary.admin.signup.SignupStep;
import org.plenary.admin.signup.Signups;
import org.plenary.admin.terms.StoredTerms;
import org.plenary.identity.Accounts;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantRegistry;
import org.plenary.tenancy.TenantSchemas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes a new tenant's place: its schema, its owner, and at last its host. Every step repeats safely, so the whole is
 * simply done again after a failure.
 */
@Component
class Provisioning {
    private static final Logger log = LoggerFactory.getLogger(Provisioning.class);

    /** After these the operator has to look; until then the event is delivered again. */
    private static final int TRIES = 5;

    private final Signups signups;
    private final TenantDirectory directory;
    private final TenantRegistry registry;
    private final TenantSchemas schemas;
    private final Owners owners;

    Provisioning(
            Signups signups, TenantDirectory directory, TenantRegistry registry, TenantSchemas schemas, Owners owners) {
        this.signups = signups;
        this.directory = directory;
        this.registry = registry;
        this.schemas = schemas;
        this.owners = owners;
    }

    /** Who owns the tenant, and what they have agreed to. */
    @Component
    record Owners(Accounts accounts, StoredTerms terms) {}

    @OutboundListener(id = "admin.provision-tenant")
    void on(SignupVerified event) {
        var signup = signups.find(event.signup()).orElse(null);
        if (signup == null || signup.status() != SignupStatus.PROVISIONING || signup.tenant() == null) return;
        try {
            provision(signup, signup.tenant());
        } catch (RuntimeException e) {
            stumble(signup, e);
        }
    }

    private void provision(Signup signup, TenantId id) {
        var start = System.nanoTime();
        var origin = schemas.provision(id);
        signups.reached(signup.id(), SignupStep.SCHEMA);
        var account = owner(signup);
        var tenant = directory.byId(id).orElseThrow();
        Tenancy.runAs(tenant, () -> owners.accounts().grantOwner(account));
        var accepted = signup.wanted().acceptedTerms();
        if (accepted != null)
            owners.terms().accept(id, accepted, account, signup.owner().name());
        signups.owned(signup.id(), account);
        registry.activate(id);
        signups.ready(signup.id());
        log.info(
                "tenant provisioned slug={} origin={} ms={}",
                tenant.slug(),
                origin,
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    private UUID owner(Signup signup) {
        if (signup.account() != null) return signup.account();
        var owner = signup.owner();
        if (owner.passwordHash() == null) throw new IllegalStateException("the owner's password is not known any more");
        return owners.accounts().createOwner(owner.name(), owner.email(), owner.passwordHash());
    }

    private void stumble(Signup signup, RuntimeException e) {
        var forGood = signup.failures() + 1 >= TRIES;
        signups.stumbled(signup.id(), forGood);
        if (!forGood) throw e;
        log.error("provisioning failed for good signup={} tenant={}", signup.id(), signup.tenant(), e);
    }
}
