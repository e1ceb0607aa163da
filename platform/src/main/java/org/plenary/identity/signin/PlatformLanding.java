package org.plenary.identity.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.account.Account;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.session.SignedIn;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.Urls;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Where somebody goes after signing in on the platform's host: back to where they came from, else to what is theirs. */
@Component
public class PlatformLanding extends SavedRequestAwareAuthenticationSuccessHandler {
    private final StoredAccounts accounts;
    private final TenantDirectory tenants;
    private final Urls urls;

    PlatformLanding(StoredAccounts accounts, TenantDirectory tenants, Urls urls) {
        this.accounts = accounts;
        this.tenants = tenants;
        this.urls = urls;
    }

    /**
     * The session is kept when the answer goes out. When it cannot be, nobody is signed in, and the form in the browser must go on
     * working: what was set for somebody who is signed in goes.
     */
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        try {
            super.onAuthenticationSuccess(request, response, authentication);
        } catch (Problem.Unavailable e) {
            if (!response.isCommitted()) response.reset();
            throw e;
        }
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication == null) return "/";
        if (authentication.getPrincipal() instanceof SignedIn signedIn && signedIn.only() != null)
            return tenants.byId(TenantId.of(signedIn.only()))
                    .map(tenant -> urls.tenant(tenant, TenantSignIn.LANDING).toString())
                    .orElse("/");
        var operator = accounts.byId(UUID.fromString(authentication.getName()))
                .map(Account::operator)
                .orElse(false);
        return operator ? "/operator" : "/organizations";
    }
}
