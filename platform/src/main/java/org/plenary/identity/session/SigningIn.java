package org.plenary.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Address;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * The one place where the browser behind a request becomes signed in on the platform's host, after all that had to be shown
 * was shown. The session gets a new id and the forms a new token: what somebody else put there before is worth nothing.
 */
@Component
public class SigningIn {
    private final Beginning beginning;
    private final KnownDevices devices;
    private final List<UponSignIn> waiting;
    private final SessionAuthenticationStrategy renewal;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SigningIn(Beginning beginning, KnownDevices devices, List<UponSignIn> waiting, CsrfTokenRepository tokens) {
        this.beginning = beginning;
        this.devices = devices;
        this.waiting = waiting;
        renewal = new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(tokens)));
    }

    public Authentication complete(
            UUID account, Proof proof, HttpServletRequest request, HttpServletResponse response) {
        return complete(account, proof, null, request, response);
    }

    /** @param via whose word it was, when not a password or passkey of ours was shown */
    public Authentication complete(
            UUID account, Proof proof, @Nullable Via via, HttpServletRequest request, HttpServletResponse response) {
        var before = SecurityContextHolder.getContext().getAuthentication();
        var former = before != null && before.getPrincipal() instanceof SignedIn known ? known : null;
        var signedIn = beginning.begin(
                account,
                proof,
                via,
                Device.of(request.getHeader(HttpHeaders.USER_AGENT)),
                Address.written(request.getRemoteAddr()),
                devices.mark(request, response),
                former);
        var authentication =
                UsernamePasswordAuthenticationToken.authenticated(signedIn, null, AuthorityUtils.NO_AUTHORITIES);
        renewal.onAuthentication(authentication, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        waiting.forEach(each -> each.signedIn(signedIn, request));
        return authentication;
    }
}
