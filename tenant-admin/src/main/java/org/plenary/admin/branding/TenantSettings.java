package org.plenary.admin.branding;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Preconditions;
import org.plenary.tenancy.Branding;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes how the bound tenant is called and how it looks. */
@Component
class TenantSettings {
    private static final int NAME = 120;

    private final TenantProfiles profiles;
    private final TenantRegistry registry;
    private final LogoAddress logos;
    private final AuditTrail audit;

    TenantSettings(TenantProfiles profiles, TenantRegistry registry, LogoAddress logos, AuditTrail audit) {
        this.profiles = profiles;
        this.registry = registry;
        this.logos = logos;
        this.audit = audit;
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput naming every wrong member */
    @Transactional
    public TenantProfile change(@Nullable String ifMatch, TenantChange change) {
        var before = profiles.lock();
        Preconditions.check(ifMatch, before.version());
        check(before, change);
        rename(before, change);
        if (change.branding() != null) rebrand(before.branding(), change.branding());
        return profiles.current();
    }

    @Transactional
    public TenantProfile changeLogo(@Nullable UUID logo) {
        var before = profiles.lock().branding();
        write(before, new Branding(before.primaryColor(), logo, before.cssVariables()));
        return profiles.current();
    }

    private void check(TenantProfile before, TenantChange change) {
        var violations = new Violations();
        if (change.name() != null) violations.text("/name", change.name(), NAME);
        if (change.locale() != null)
            violations.check(isOurs(change.locale()), "/locale", "choice", "One of: en, zh-CN.");
        violations.check(
                change.customDomains() == null || change.customDomains().equals(domains(Tenancy.require())),
                "/custom_domains",
                "read_only",
                "The domain is set at /api/v1/domain.");
        var brand = change.branding();
        if (brand != null) {
            BrandRules.checkPrimary(violations, "/branding/primary_color", brand.primaryColor());
            violations.check(
                    brand.logoUrl() == null || brand.logoUrl().equals(logos.of(before.branding())),
                    "/branding/logo_url",
                    "read_only",
                    "The logo is sent to /api/v1/tenant/logo.");
            var primary = brand.primaryColor() == null ? before.branding().primaryColor() : brand.primaryColor();
            Map<String, @Nullable String> variables =
                    Map.copyOf(before.branding().cssVariables());
            if (brand.cssVariables() != null) variables = brand.cssVariables();
            BrandRules.checkVariables(violations, "/branding/css_variables", variables, primary);
        }
        violations.throwIfAny();
    }

    /** As they are told: the domain that is in use, if there is one. */
    static List<String> domains(Tenant tenant) {
        return tenant.domain() == null ? List.of() : List.of(tenant.domain());
    }

    private static boolean isOurs(String locale) {
        return Languages.ALL.stream().anyMatch(l -> l.toLanguageTag().equals(locale));
    }

    private void rename(TenantProfile before, TenantChange change) {
        var name = change.name() == null ? before.name() : change.name().strip();
        var locale = change.locale() == null ? before.locale() : Locale.forLanguageTag(change.locale());
        if (name.equals(before.name()) && locale.equals(before.locale())) return;
        var id = Tenancy.require().id();
        registry.rename(id, name, locale);
        audit.record("tenant.renamed", id.toString(), Map.of("locale", locale.toLanguageTag()));
    }

    private void rebrand(Branding before, TenantChange.BrandingChange change) {
        var primary = Colour.parse(change.primaryColor()).map(Colour::hex).orElse(before.primaryColor());
        var variables =
                change.cssVariables() == null ? before.cssVariables() : BrandRules.normal(change.cssVariables());
        write(before, new Branding(primary, before.logo(), variables));
    }

    private void write(Branding before, Branding after) {
        if (before.equals(after)) return;
        var id = Tenancy.require().id();
        registry.rebrand(id, after);
        audit.record(
                "tenant.rebranded",
                id.toString(),
                Map.of(
                        "primary_color",
                        after.primaryColor(),
                        "logo_changed",
                        !Objects.equals(before.logo(), after.logo()),
                        "css_variables",
                        after.cssVariables().size()));
    }
}
