package org.plenary.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Address;
import org.plenary.identity.RateLimits;
import org.plenary.identity.account.Account;
import org.plenary.identity.account.Passwords;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.limits.LimitSettings;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks e-mail and password. The answer and its time are the same whether there is such an account or not. Tries are
 * limited for the account at one address, so a stranger's tries lock nobody out elsewhere.
 */
@Component
public class PasswordSignIn implements AuthenticationProvider {
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

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        var email = StoredAccounts.normal(claim.getName());
        limit(email, address(claim));
        var account = accounts.byEmail(email);
        var hash = account.map(Account::passwordHash).orElse(null);
        if (!passwords.matches(String.valueOf(claim.getCredentials()), hash)) {
            log.info("sign-in refused address={}", address(claim));
            throw new BadCredentialsException("wrong e-mail or password");
        }
        var id = account.orElseThrow().id().toString();
        return UsernamePasswordAuthenticationToken.authenticated(id, null, AuthorityUtils.NO_AUTHORITIES);
    }

    private void limit(String email, String address) {
        try {
            limits.take("sign-in:" + address, settings.signInsOfAddress(), PERIOD);
            limits.take("sign-in:" + Secrets.hash(email) + ":" + address, settings.signIns(), PERIOD);
        } catch (Problem.TooMany e) {
            throw new LockedException("too many tries", e);
        }
    }

    private static String address(Authentication claim) {
        return claim.getDetails() instanceof WebAuthenticationDetails details
                ? Address.network(String.valueOf(details.getRemoteAddress()))
                : "";
    }

    /** Back to the form, which says why. */
    public void failed(
            HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException reason)
            throws IOException {
        response.sendRedirect(reason instanceof LockedException ? "/login?limited" : "/login?wrong");
    }
}
