package org.plenary.identity.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.account.Account;
import org.plenary.identity.factor.Factors;
import org.plenary.identity.session.Proof;
import org.plenary.identity.session.SigningIn;
import org.plenary.identity.session.Via;
import org.springframework.stereotype.Component;

/** What follows the password, or a provider's word: who has a second factor is asked for it before anything opens. */
@Component
public class FirstStep {
    private final Factors factors;
    private final SigningIn signingIn;
    private final PlatformLanding landing;
    private final Clock clock;

    FirstStep(Factors factors, SigningIn signingIn, PlatformLanding landing, Clock clock) {
        this.factors = factors;
        this.signingIn = signingIn;
        this.landing = landing;
        this.clock = clock;
    }

    /** @param via the provider; null when it was the password */
    public void done(Account account, @Nullable Via via, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!factors.of(account.id()).isSetUp()) {
            var proof = via == null ? Proof.PASSWORD : Proof.PROVIDER;
            var signedIn = signingIn.complete(account.id(), proof, via, request, response);
            landing.onAuthenticationSuccess(request, response, signedIn);
            return;
        }
        if (request.getSession(false) != null) request.changeSessionId();
        HalfSignedIn.begin(account, via, clock.instant()).keep(request);
        response.sendRedirect("/login/code");
    }
}
