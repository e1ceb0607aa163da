package org.plenary.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param operatorClient the API client of those who run the platform; without a secret there is none */
@ConfigurationProperties("plenary.identity")
public record IdentitySettings(@DefaultValue OperatorClient operatorClient) {

    /** @param secret long and random, except where the platform is only tried out */
    public record OperatorClient(
            @DefaultValue("operator") String id, @Nullable String secret) {}
}
