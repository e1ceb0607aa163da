package org.plenary.identity.signin;

import java.time.Duration;
import org.plenary.identity.RateLimits;
import org.plenary.identity.account.Account;
import org.plenary.identity.account.Passwords;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.limits.LimitSettings;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Checks e-mail and password. The answer and its time are the same whether there is such an account or not. Tries are
 * limited for the account at one address, so a stranger's tries lock nobody out elsewhere.
 */
@Component
class PasswordSignIn {
    private static final Logger log = LoggerFactory.getLogger(PasswordSignIn.class);
    private static final Duration PERIOD = Duration.ofMinutes(15);

    private final StoredAccounts accounts;
    private final Passwords passwords;
    private final RateLimits limits;
    private final LimitSettings settings;

    PasswordSignIn(StoredAccounts accounts, Passwords passwords, RateLimits limits, LimitSettings settings) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.settings = settings;
    }

    /** How it went. */
    sealed interface Outcome {
        record Right(Account account) implements Outcome {}

        record Wrong() implements Outcome {}

        record Limited() implements Outcome {}
    }

    /** @param network from which it is tried */
    Outcome check(String typed, String password, String network) {
        var email = StoredAccounts.normal(typed);
        try {
            limits.take("sign-in:" + network, settings.signInsOfAddress(), PERIOD);
            limits.take("sign-in:" + Secrets.hash(email) + ":" + network, settings.signIns(), PERIOD);
        } catch (Problem.TooMany e) {
            return new Outcome.Limited();
        }
        var account = accounts.byEmail(email);
        var hash = account.map(Account::passwordHash).orElse(null);
        if (passwords.matches(password, hash)) return new Outcome.Right(account.orElseThrow());
        log.info("sign-in refused address={}", network);
        return new Outcome.Wrong();
    }
}
