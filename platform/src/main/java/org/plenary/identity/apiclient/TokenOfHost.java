package org.plenary.identity.apiclient;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.IdentitySettings;
import org.plenary.tenancy.Tenancy;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.stereotype.Component;

/** Accepts a token only on the host it was issued for, and only as long as its client is there. */
@Component
public class TokenOfHost implements Converter<Jwt, AbstractAuthenticationToken> {
    /** Claim: of which generation of its client's secrets a token is. */
    public static final String GENERATION = "generation";

    private final JwtAuthenticationConverter standard = new JwtAuthenticationConverter();
    private final StoredClients clients;
    private final IdentitySettings settings;

    TokenOfHost(StoredClients clients, IdentitySettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        var here = Tenancy.current().map(tenant -> tenant.id().value()).orElse(null);
        if (!Objects.equals(here, tenantOf(token)))
            throw new InvalidBearerTokenException("the token is for another host");
        var client = token.getSubject();
        if (client == null || (here == null ? !isOperator(client) : !clients.isAlive(client, generationOf(token))))
            throw new InvalidBearerTokenException("the token's client is no more");
        return Objects.requireNonNull(standard.convert(token));
    }

    private static @Nullable UUID tenantOf(Jwt token) {
        var tenant = token.getClaimAsString("tenant");
        return tenant == null ? null : UUID.fromString(tenant);
    }

    /** Tokens that are older than generations are of the first. */
    private static int generationOf(Jwt token) {
        return token.getClaim(GENERATION) instanceof Number number ? number.intValue() : 0;
    }

    private boolean isOperator(String client) {
        return settings.operatorClient().secret() != null
                && settings.operatorClient().id().equals(client);
    }
}
