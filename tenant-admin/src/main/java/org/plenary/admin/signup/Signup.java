package org.plenary.admin.signup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantRegistry.NewTenant;

/**
 * An organization on its way to become a tenant.
 *
 * @param problem why it failed, or what went wrong last: a code with a text {@code admin.signup.problem-<code>}
 * @param codeKey the random key that the verification code is made from
 * @param failures how often provisioning has failed so far
 */
public record Signup(
        UUID id,
        SignupStatus status,
        @Nullable String problem,
        SignupStep step,
        Wanted wanted,
        Owner owner,
        String secretHash,
        byte[] codeKey,
        int codesSent,
        int wrongCodes,
        int failures,
        @Nullable TenantId tenant,
        @Nullable UUID account,
        Times times) {

    /** The tenant that is asked for. @param acceptedTerms the version of the terms of use that its owner has accepted */
    public record Wanted(
            String slug,
            String name,
            String country,
            Locale locale,
            ZoneId timeZone,
            String plan,
            @Nullable Integer acceptedTerms) {
        NewTenant asTenant() {
            return new NewTenant(slug, name, country, locale, timeZone, plan);
        }
    }

    /** @param passwordHash null once the account has it, or the sign-up has failed */
    public record Owner(String name, String email, @Nullable String passwordHash) {}

    /** @param enteredAt when the browser that signed up was signed in */
    public record Times(
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant verifiedAt,
            @Nullable Instant readyAt,
            @Nullable Instant enteredAt,
            @Nullable Instant clientIssuedAt) {}
}
