package org.plenary.admin.signup;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.ApiClients;
import org.plenary.identity.Permission;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the browser or the program that signed up go on in the new tenant, by its secret, once, within the hour. */
@Component
class Arriving {
    private static final Duration OPEN = Duration.ofHours(1);

    /** A browser that asks twice at once, or loses the first answer, is let in all the same. */
    private static final Duration AGAIN = Duration.ofMinutes(2);

    private static final String CLIENT = "Sign-up";

    private final Signups signups;
    private final ApiClients clients;
    private final Clock clock;

    Arriving(Signups signups, ApiClients clients, Clock clock) {
        this.signups = signups;
        this.clients = clients;
        this.clock = clock;
    }

    /** A client with all scopes of the tenant. */
    @Transactional
    public ApiClients.Issued issueClient(UUID id, @Nullable String secret) {
        var signup = signups.lock(id).orElseThrow(() -> new Problem.NotFound("The sign-up"));
        if (secret == null) throw new Problem.InvalidInput("/secret", "required", "This is required.");
        if (!Secrets.matches(secret, signup.secretHash()))
            throw new Problem.InvalidInput("/secret", "wrong_secret", "This is not the secret of this sign-up.");
        var tenant = signup.tenant();
        if (signup.status() != SignupStatus.READY || tenant == null)
            throw new Problem.Conflict("not_ready", "The organization is not ready yet.");
        if (!isOpen(signup))
            throw new Problem.Conflict("too_late", "This is possible within an hour after the organization is ready.");
        if (!signups.clientIssued(id))
            throw new Problem.Conflict("issued_already", "The client was issued already; its secret is shown once.");
        return clients.issue(tenant, CLIENT, Permission.ofTenant());
    }

    /** The account to sign in with; empty when somebody entered already or it is too late: they sign in with the password. */
    @Transactional
    public Optional<UUID> enter(UUID id) {
        var signup = signups.lock(id).orElseThrow(() -> new Problem.NotFound("The sign-up"));
        if (signup.status() != SignupStatus.READY || !isOpen(signup) || !mayEnter(signup)) return Optional.empty();
        return Optional.ofNullable(signup.account());
    }

    private boolean mayEnter(Signup signup) {
        var before = signup.times().enteredAt();
        return signups.entered(signup.id())
                || before != null && before.plus(AGAIN).isAfter(clock.instant());
    }

    private boolean isOpen(Signup signup) {
        var readyAt = signup.times().readyAt();
        return readyAt != null && readyAt.plus(OPEN).isAfter(clock.instant());
    }
}
