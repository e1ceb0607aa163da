package org.plenary.identity.profile;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.RateLimits;
import org.plenary.identity.account.Account;
import org.plenary.identity.account.Passwords;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.session.SignedIn;
import org.plenary.kernel.Violations;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Whoever looks at their own account; needs no right, only to be signed in: by what is theirs, or by a provider that the whole
 * platform trusts, and not by that of one organization.
 */
@Component
public class Self {
    private static final Duration PERIOD = Duration.ofMinutes(15);
    private static final int TRIES = 10;

    private final StoredAccounts accounts;
    private final Passwords passwords;
    private final RateLimits limits;

    Self(StoredAccounts accounts, Passwords passwords, RateLimits limits) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
    }

    /** @param signIn the one of this browser */
    public record Me(Account account, UUID signIn) {
        public UUID id() {
            return account.id();
        }
    }

    /** @throws InsufficientAuthenticationException leads to the sign-in and back */
    public Me require(@Nullable Authentication authentication) {
        return SignedIn.whole(authentication)
                .flatMap(signedIn -> accounts.byId(signedIn.account()).map(account -> new Me(account, signedIn.id())))
                .orElseThrow(() -> new InsufficientAuthenticationException("sign in first"));
    }

    /**
     * Whether it is the owner who sits at the browser: what changes how one signs in asks for the password once more. The tries
     * are those of this sign-in, so a stolen session keeps nobody out elsewhere.
     */
    public void checkPassword(Violations violations, Me me, String pointer, @Nullable String password) {
        if (password == null || password.isEmpty()) {
            violations.required(pointer, null);
            return;
        }
        if (me.account().passwordHash() == null) {
            violations.add(pointer, "no_password_yet", "This account has no password yet.");
            return;
        }
        limits.take("own-password:" + me.signIn(), TRIES, PERIOD);
        violations.check(
                passwords.matches(password, me.account().passwordHash()),
                pointer,
                "wrong_password",
                "This is not your password.");
    }
}
