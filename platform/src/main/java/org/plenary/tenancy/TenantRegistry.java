package org.plenary.tenancy;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Changes what the platform knows of tenants. Each call is one transaction of its own or joins the caller's. */
public interface TenantRegistry {
    /** What is known when an organization has signed up. */
    record NewTenant(String slug, String name, String country, Locale locale, ZoneId timeZone, String plan) {}

    /**
     * Registers a tenant that has no schema yet.
     *
     * @throws org.plenary.kernel.Problem.InvalidInput with pointer {@code /organization/slug} when the slug is taken
     */
    Tenant register(NewTenant tenant);

    /** The schema is there: the host starts to work, and {@link TenantProvisioned} is published. Repeats safely. */
    Tenant activate(TenantId tenant);

    /** The host shows a notice and takes no orders; nothing is lost. One that is suspended already gets this reason. */
    Tenant suspend(TenantId tenant, String reason);

    /**
     * Suspends one that is active, and leaves alone what anybody else did to another.
     *
     * @return whether it is suspended by this call
     */
    boolean suspendActive(TenantId tenant, String reason);

    Tenant resume(TenantId tenant);

    /**
     * Resumes one that is suspended for this very reason; what is suspended for another stays so.
     *
     * @return whether it is resumed by this call
     */
    boolean resumeSuspendedFor(TenantId tenant, String reason);

    /** Whatever state it is in, the tenant is closed until it is erased or {@link #restore restored}. */
    Tenant retire(TenantId tenant);

    /** @param before the state that the tenant was in when it was retired */
    Tenant restore(TenantId tenant, TenantStatus before);

    Tenant changePlan(TenantId tenant, String plan);

    Tenant rename(TenantId tenant, String name, Locale locale);

    Tenant rebrand(TenantId tenant, Branding branding);

    /**
     * @param domain proved to be the tenant's; null for none any more
     * @throws org.plenary.kernel.Problem.Conflict {@code domain_taken} while another tenant has it
     */
    Tenant useDomain(TenantId tenant, @Nullable String domain);
}
