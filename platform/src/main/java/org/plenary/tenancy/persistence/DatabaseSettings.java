package org.plenary.tenancy.persistence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The one database and how connections to it are shared out. A PostgreSQL backend keeps 0.3 to 0.6 MB for each tenant it has
 * met, so a tenant keeps to one of some small pools, whose connections live shortly and meet a bounded number of tenants.
 *
 * @param url {@code jdbc:postgresql://…}
 * @param controlConnections for the platform's own tables, jobs and events
 * @param tenantPools K: a tenant belongs to one of these
 * @param connectionsPerPool upper bound in each of them; of more than two, no tenant has all
 * @param tenantsPerConnection after which a tenant's connection is replaced by one that has met nobody: together they hold no more
 *     than pools × connections × this × 0.6 MB
 * @param maximumLifetime after which a connection is closed and its memory given back
 */
@Validated
@ConfigurationProperties("plenary.database")
record DatabaseSettings(
        @NotBlank String url,
        @DefaultValue("plenary") String user,
        @DefaultValue("") String password,
        @DefaultValue("8") @Min(2) @Max(100) int controlConnections,
        @DefaultValue("4") @Min(1) @Max(64) int tenantPools,
        @DefaultValue("5") @Min(2) @Max(50) int connectionsPerPool,
        @DefaultValue("200") @Min(1) @Max(100_000) int tenantsPerConnection,
        @DefaultValue("10m") Duration maximumLifetime) {}
