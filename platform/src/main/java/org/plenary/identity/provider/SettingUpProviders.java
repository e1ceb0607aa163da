package org.plenary.identity.provider;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.session.StoredSignIns;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.calls.OutsideAddress;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An owner says who else may tell the organization who somebody is. */
@Component
class SettingUpProviders {
    private static final int NAME_LENGTH = 60;
    private static final int CLIENT_LENGTH = 300;
    private static final int ADDRESS_LENGTH = 500;
    private static final int SECRET_LENGTH = 500;
    private static final int DOMAINS_LENGTH = 2000;
    private static final int MOST_OWN = 10;
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private final StoredProviders stored;
    private final Registrations registrations;
    private final ProviderSettings settings;
    private final StoredSignIns signIns;
    private final AuditTrail audit;

    SettingUpProviders(
            StoredProviders stored,
            Registrations registrations,
            ProviderSettings settings,
            StoredSignIns signIns,
            AuditTrail audit) {
        this.stored = stored;
        this.registrations = registrations;
        this.settings = settings;
        this.signIns = signIns;
        this.audit = audit;
    }

    /**
     * @param secret empty to keep the one that is there
     * @param domains with spaces, commas or line ends between; none for anyone
     */
    record Wanted(
            @Nullable String name,
            @Nullable String issuer,
            @Nullable String clientId,
            @Nullable String secret,
            @Nullable String domains,
            boolean active,
            long version) {}

    /** Those that there are, and the shared ones that could be. */
    List<Provider> all() {
        var tenant = tenant();
        var there = stored.of(tenant);
        var all = new ArrayList<Provider>();
        for (var kind : ProviderKind.values())
            if (settings.knows(kind))
                all.add(there.stream()
                        .filter(each -> each.kind() == kind)
                        .findFirst()
                        .orElseGet(() -> shared(kind)));
        there.stream().filter(each -> !each.kind().isShared()).forEach(all::add);
        return all;
    }

    private static Provider shared(ProviderKind kind) {
        return new Provider(Ids.next(), tenant(), kind, kind.title(), null, null, null, List.of(), false, -1);
    }

    Provider require(String key) {
        return all().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("The provider"));
    }

    boolean isProvidersOnly() {
        return stored.isProvidersOnly(tenant());
    }

    @Transactional
    public Provider add(Wanted wanted) {
        var violations = new Violations();
        checkOwn(violations, wanted);
        violations.text("/secret", wanted.secret(), SECRET_LENGTH);
        var domains = domains(violations, wanted.domains());
        violations.check(
                stored.of(tenant()).stream()
                                .filter(each -> !each.kind().isShared())
                                .count()
                        < MOST_OWN,
                "",
                "too_many_providers",
                "There are as many as there can be.");
        violations.throwIfAny();
        var id = Ids.next();
        var provider = own(id, wanted, registrations.seal(id, plain(wanted.secret())), domains, 0);
        stored.insert(provider);
        audit.record("sign-in.provider-added", id.toString(), Map.of("name", provider.name()));
        return provider;
    }

    @Transactional
    public Provider change(String key, Wanted wanted) {
        var before = require(key);
        var violations = new Violations();
        if (!before.kind().isShared()) checkOwn(violations, wanted);
        violations.optionalText("/secret", wanted.secret(), SECRET_LENGTH);
        var domains = domains(violations, wanted.domains());
        violations.throwIfAny();
        var after = before.kind().isShared()
                ? new Provider(
                        before.id(),
                        before.tenant(),
                        before.kind(),
                        before.name(),
                        null,
                        null,
                        null,
                        domains,
                        wanted.active(),
                        wanted.version())
                : own(before.id(), wanted, secret(before, wanted.secret()), domains, wanted.version());
        keep(before, after);
        // what an issuer has said that is no longer asked counts no more
        if (!before.kind().isShared()
                && !(after.active() && String.valueOf(after.issuer()).equals(before.issuer())))
            signIns.endOf(before.id());
        audit.changed("sign-in.provider-changed", before.id().toString(), Map.of("name", after.name()), before, after);
        return after;
    }

    private void keep(Provider before, Provider after) {
        if (before.version() < 0) {
            stored.insert(after);
            return;
        }
        if (!stored.update(after))
            throw new Problem.InvalidInput("", "changed_meanwhile", "Somebody else has changed it in the meantime.");
    }

    private @Nullable String secret(Provider before, @Nullable String typed) {
        return plain(typed).isEmpty() ? before.sealedSecret() : registrations.seal(before.id(), plain(typed));
    }

    private static Provider own(UUID id, Wanted wanted, @Nullable String sealed, List<String> domains, long version) {
        return new Provider(
                id,
                tenant(),
                ProviderKind.OWN,
                plain(wanted.name()),
                plain(wanted.issuer()),
                plain(wanted.clientId()),
                sealed,
                domains,
                wanted.active(),
                version);
    }

    private void checkOwn(Violations violations, Wanted wanted) {
        violations.text("/name", wanted.name(), NAME_LENGTH).text("/clientId", wanted.clientId(), CLIENT_LENGTH);
        var issuer = plain(wanted.issuer());
        violations.text("/issuer", wanted.issuer(), ADDRESS_LENGTH);
        if (!issuer.isEmpty())
            violations.check(
                    !issuer.contains("?") && OutsideAddress.isGood(issuer, settings.loopbackAllowed()),
                    "/issuer",
                    "issuer_address",
                    "An issuer starts with https:// and a host's public name.");
    }

    private static List<String> domains(Violations violations, @Nullable String typed) {
        var domains = Arrays.stream(plain(typed).toLowerCase(Locale.ROOT).split("[\\s,;]+"))
                .map(each -> each.startsWith("@") ? each.substring(1) : each)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        violations.check(
                String.join(" ", domains).length() <= DOMAINS_LENGTH
                        && domains.stream()
                                .allMatch(each -> DOMAIN.matcher(each).matches()),
                "/domains",
                "mail_domains",
                "These are not all domains.");
        return domains;
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** With what people have linked by it; whoever is signed in by it is so no more. */
    @Transactional
    public void remove(String key) {
        var provider = require(key);
        if (provider.kind().isShared()) throw new Problem.NotFound("The provider");
        stored.delete(provider.id());
        audit.record("sign-in.provider-removed", provider.id().toString(), Map.of("name", provider.name()));
    }

    @Transactional
    public void setProvidersOnly(boolean only) {
        if (only == isProvidersOnly()) return;
        if (only && registrations.offered(Tenancy.require()).isEmpty())
            throw new Problem.InvalidInput(
                    "/providersOnly", "no_provider_offered", "Offer one of them first, and try whether it works.");
        stored.setProvidersOnly(tenant(), only);
        audit.record("sign-in.rule-changed", Tenancy.require().id().toString(), Map.of("providers_only", only));
    }

    private static UUID tenant() {
        return Tenancy.require().id().value();
    }
}
