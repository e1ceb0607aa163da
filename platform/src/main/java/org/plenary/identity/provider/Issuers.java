package org.plenary.identity.provider;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.provider.IssuerFault.Reason;
import org.plenary.kernel.Json;
import org.plenary.kernel.calls.OutsideAddress;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** What issuers say of themselves, read from where the standard has them say it (OpenID Connect Discovery). */
@Component
class Issuers {
    private static final String PATH = "/.well-known/openid-configuration";
    private static final List<String> ENDPOINTS = List.of("authorization_endpoint", "token_endpoint", "jwks_uri");
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final int MOST = 1000;

    private final IssuerCalls calls;
    private final ProviderSettings settings;
    private final Json json;
    private final Cache<String, Document> known =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST).build();

    Issuers(IssuerCalls calls, ProviderSettings settings, Json json) {
        this.calls = calls;
        this.settings = settings;
        this.json = json;
    }

    /**
     * @param algorithms by which it signs and which we take: with a key pair, so that nobody who knows the client's secret, such as
     *     the organization, can sign in its place
     */
    record Document(Map<String, Object> claims, Set<SignatureAlgorithm> algorithms) {
        String at(String name) {
            return String.valueOf(claims.get(name));
        }

        /** What to ask for: no more than it says it knows. */
        List<String> scopes() {
            var supported = strings(claims.get("scopes_supported"));
            return List.of("openid", "email", "profile").stream()
                    .filter(scope -> scope.equals("openid") || supported.isEmpty() || supported.contains(scope))
                    .toList();
        }
    }

    /** As it was a few minutes ago, or now. */
    Document of(String issuer) throws IssuerFault {
        var before = known.getIfPresent(issuer);
        if (before != null) return before;
        var document = read(issuer);
        known.put(issuer, document);
        return document;
    }

    /** As it is now, with its keys: what somebody who sets it up wants to know. */
    Document examine(String issuer) throws IssuerFault {
        known.invalidate(issuer);
        var document = of(issuer);
        try {
            if (JWKSet.parse(text(document.at("jwks_uri"))).getKeys().isEmpty()) throw new IssuerFault(Reason.NO_KEYS);
        } catch (ParseException e) {
            throw new IssuerFault(Reason.NO_KEYS, e);
        }
        return document;
    }

    private Document read(String issuer) throws IssuerFault {
        var claims = claims(text(issuer.replaceAll("/+$", "") + PATH));
        if (!issuer.equals(claims.get("issuer"))) throw new IssuerFault(Reason.OTHER_ISSUER);
        for (var name : ENDPOINTS) if (!isGood(claims.get(name))) throw new IssuerFault(Reason.ENDPOINTS);
        var userInfo = claims.get("userinfo_endpoint");
        if (userInfo != null && !isGood(userInfo)) throw new IssuerFault(Reason.ENDPOINTS);
        var types = strings(claims.get("response_types_supported"));
        if (!types.isEmpty() && !types.contains("code")) throw new IssuerFault(Reason.NO_CODE);
        var algorithms = strings(claims.get("id_token_signing_alg_values_supported")).stream()
                .map(SignatureAlgorithm::from)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (algorithms.isEmpty()) throw new IssuerFault(Reason.NO_ALGORITHM);
        return new Document(claims, algorithms);
    }

    private boolean isGood(@Nullable Object endpoint) {
        return endpoint instanceof String url && OutsideAddress.isGood(url, settings.loopbackAllowed());
    }

    private String text(String url) throws IssuerFault {
        if (!OutsideAddress.isGood(url, settings.loopbackAllowed())) throw new IssuerFault(Reason.UNREACHABLE);
        try {
            return Optional.ofNullable(calls.plain().getForObject(URI.create(url), String.class))
                    .orElse("");
        } catch (RestClientResponseException e) {
            throw new IssuerFault(Reason.STATUS, e);
        } catch (RestClientException e) {
            throw IssuerFault.of(e);
        }
    }

    private Map<String, Object> claims(String text) throws IssuerFault {
        try {
            Map<String, Object> claims = json.read(text, new TypeReference<>() {});
            if (claims == null) throw new IssuerFault(Reason.NOT_JSON);
            return claims;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IssuerFault(Reason.NOT_JSON, e);
        }
    }

    private static List<String> strings(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
