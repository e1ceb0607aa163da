package org.plenary.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;

/** For which organization somebody is signing in: the one whose host has sent them, as the request says that is kept meanwhile. */
@Component
public class SignInTarget {
    /** Where Spring Security keeps the request that asked for signing in. */
    private static final String KEPT = "SPRING_SECURITY_SAVED_REQUEST";

    private final TenantLogin logins;
    private final Urls urls;

    SignInTarget(TenantLogin logins, Urls urls) {
        this.logins = logins;
        this.urls = urls;
    }

    public Optional<Tenant> of(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEPT) instanceof SavedRequest kept)) return Optional.empty();
        var clients = kept.getParameterValues(OAuth2ParameterNames.CLIENT_ID);
        return clients == null || clients.length == 0 ? Optional.empty() : logins.tenantOf(clients[0]);
    }

    /** As if the organization's host had sent them. */
    public void begin(Tenant tenant, HttpServletRequest request) {
        var page =
                new SimpleSavedRequest(urls.tenant(tenant, TenantSignIn.LANDING).toString());
        page.setParameters(Map.of(OAuth2ParameterNames.CLIENT_ID, new String[] {logins.client(tenant)}));
        request.getSession().setAttribute(KEPT, page);
    }
}
