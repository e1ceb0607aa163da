package org.plenary.identity.provider;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.keys.Sealing;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantId;
import org.springframework.stereotype.Component;

/** Finds by which providers somebody may sign in, and as what we are known there. */
@Component
public class Registrations {
    private static final String SECRET = "sign-in-provider";

    private final StoredProviders providers;
    private final ProviderSettings settings;
    private final Sealing sealing;
    private final TenantDirectory tenants;

    Registrations(StoredProviders providers, ProviderSettings settings, Sealing sealing, TenantDirectory tenants) {
        this.providers = providers;
        this.settings = settings;
        this.sealing = sealing;
        this.tenants = tenants;
    }

    /** A provider that somebody may choose. @param key its part of the address */
    public record Offered(String key, ProviderKind kind, String name) {}

    /** @param tenant for which the sign-in was begun, or null for none: then those of the whole platform are offered */
    public List<Offered> offered(@Nullable Tenant tenant) {
        if (tenant == null)
            return Arrays.stream(ProviderKind.values())
                    .filter(settings::knows)
                    .map(kind -> new Offered(kind.code(), kind, kind.title()))
                    .toList();
        return providers.of(tenant.id().value()).stream()
                .filter(this::isOffered)
                .map(each -> new Offered(each.key(), each.kind(), name(each)))
                .toList();
    }

    /** Whether its people other than owners come by a provider. */
    public boolean isProvidersOnly(@Nullable Tenant tenant) {
        return tenant != null
                && providers.isProvidersOnly(tenant.id().value())
                && !offered(tenant).isEmpty();
    }

    private boolean isOffered(Provider provider) {
        return provider.active() && (!provider.kind().isShared() || settings.knows(provider.kind()));
    }

    private static String name(Provider provider) {
        return provider.kind().isShared() ? provider.kind().title() : provider.name();
    }

    /**
     * Nothing when it is not offered.
     *
     * @param key of a shared one its code, else the id of the organization's entry
     * @param tenant for which the sign-in was begun, or null
     */
    Optional<Registration> find(String key, @Nullable Tenant tenant) {
        var shared = ProviderKind.shared(key);
        return shared.isPresent() ? shared(shared.get(), tenant) : own(key);
    }

    private Optional<Registration> shared(ProviderKind kind, @Nullable Tenant tenant) {
        if (!settings.knows(kind)) return Optional.empty();
        if (tenant == null) return Optional.of(shared(kind, (Provider) null));
        return providers.of(tenant.id().value()).stream()
                .filter(each -> each.kind() == kind && each.active())
                .findFirst()
                .map(entry -> shared(kind, entry));
    }

    private Registration shared(ProviderKind kind, @Nullable Provider entry) {
        var client = settings.of(kind);
        var issuer = client.issuer() == null ? kind.issuer() : client.issuer();
        return new Registration(
                kind.code(),
                kind,
                kind.title(),
                issuer,
                String.valueOf(client.clientId()),
                String.valueOf(client.clientSecret()),
                entry);
    }

    private Optional<Registration> own(String key) {
        try {
            return providers
                    .byId(UUID.fromString(key))
                    .filter(each -> !each.kind().isShared() && each.active())
                    .filter(each -> tenants.byId(TenantId.of(each.tenant()))
                            .filter(Tenant::isActive)
                            .isPresent())
                    .map(this::own);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Registration own(Provider entry) {
        return new Registration(
                entry.id().toString(),
                entry.kind(),
                entry.name(),
                String.valueOf(entry.issuer()),
                String.valueOf(entry.clientId()),
                entry.sealedSecret() == null ? "" : open(entry.id(), entry.sealedSecret()),
                entry);
    }

    /** Whether this entry is one by which people of the organization come. */
    public boolean isOffered(Tenant tenant, UUID entry) {
        return providers
                .byId(entry)
                .filter(each -> each.tenant().equals(tenant.id().value()) && isOffered(each))
                .isPresent();
    }

    /** Those that somebody can add to an account: the platform's, and those of the organizations that they belong to. */
    public List<Offered> addable(UUID account) {
        return Stream.concat(
                        offered(null).stream(),
                        providers.ownOf(account).stream()
                                .map(each -> new Offered(each.key(), each.kind(), each.name())))
                .toList();
    }

    /** The organization's entry, if there still is one. */
    Optional<Provider> entry(@Nullable UUID id) {
        return id == null ? Optional.empty() : providers.byId(id);
    }

    String seal(UUID entry, String secret) {
        return sealing.seal(SECRET, entry, secret.getBytes(StandardCharsets.UTF_8));
    }

    private String open(UUID entry, String sealed) {
        return new String(sealing.open(SECRET, entry, sealed), StandardCharsets.UTF_8);
    }
}
