package org.plenary.identity.passkey;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.plenary.identity.Address;
import org.plenary.identity.Public;
import org.plenary.identity.RateLimits;
import org.plenary.identity.limits.LimitSettings;
import org.plenary.identity.session.Proof;
import org.plenary.identity.session.SigningIn;
import org.plenary.identity.signin.PlatformLanding;
import org.plenary.tenancy.PlatformHost;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Signing in with a passkey, which takes neither a password nor a code. */
@Controller
@PlatformHost
@Public
@RequestMapping("/login/passkey")
class PasskeySignInPages {
    private static final Duration PERIOD = Duration.ofMinutes(15);

    private final Ceremony ceremony;
    private final SigningIn signingIn;
    private final PlatformLanding landing;
    private final RateLimits limits;
    private final LimitSettings settings;

    PasskeySignInPages(
            Ceremony ceremony,
            SigningIn signingIn,
            PlatformLanding landing,
            RateLimits limits,
            LimitSettings settings) {
        this.ceremony = ceremony;
        this.signingIn = signingIn;
        this.landing = landing;
        this.limits = limits;
        this.settings = settings;
    }

    /** Each begins a session, so an address gets so many. */
    @PostMapping(path = "/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String options(HttpServletRequest request) {
        limits.take("passkey:" + Address.network(request.getRemoteAddr()), settings.signInsOfAddress(), PERIOD);
        return ceremony.ask(request);
    }

    @PostMapping
    void signIn(
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        var account = ceremony.answered(credential, request);
        if (account.isEmpty()) {
            response.sendRedirect("/login?passkey");
            return;
        }
        var signedIn = signingIn.complete(account.get(), Proof.PASSKEY, request, response);
        landing.onAuthenticationSuccess(request, response, signedIn);
    }
}
