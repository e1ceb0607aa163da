package org.plenary.identity.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param apiRequests a minute, for each client, or for each address where there is no token; 0 for no limit
 * @param signIns tries in a quarter of an hour for one account from one address
 * @param signInsOfAddress tries in a quarter of an hour from one address, whatever the account
 * @param resets links for a new password in an hour for one account
 * @param resetsOfAddress links for a new password in an hour from one address, whatever the account
 */
@ConfigurationProperties("plenary.limits")
public record LimitSettings(
        @DefaultValue("6000") int apiRequests,
        @DefaultValue("10") int signIns,
        @DefaultValue("200") int signInsOfAddress,
        @DefaultValue("5") int resets,
        @DefaultValue("30") int resetsOfAddress) {}
