package org.plenary.identity.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Address;
import org.plenary.identity.Public;
import org.plenary.identity.account.Account;
import org.plenary.identity.factor.Factors;
import org.plenary.identity.session.Proof;
import org.plenary.identity.session.SigningIn;
import org.plenary.tenancy.PlatformHost;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first step of signing in: e-mail and password. Who has a second factor is asked for it before anything opens. */
@Controller
@PlatformHost
@Public
@RequestMapping("/login")
class SignInPages {
    private final PasswordSignIn passwords;
    private final Factors factors;
    private final SigningIn signingIn;
    private final PlatformLanding landing;
    private final Clock clock;

    SignInPages(PasswordSignIn passwords, Factors factors, SigningIn signingIn, PlatformLanding landing, Clock clock) {
        this.passwords = passwords;
        this.factors = factors;
        this.signingIn = signingIn;
        this.landing = landing;
        this.clock = clock;
    }

    @GetMapping
    String form(
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable String limited,
            @RequestParam(required = false) @Nullable String changed,
            @RequestParam(required = false) @Nullable String over,
            @RequestParam(required = false) @Nullable String passkey,
            Model model) {
        model.addAttribute("wrong", wrong != null);
        model.addAttribute("limited", limited != null);
        model.addAttribute("changed", changed != null);
        model.addAttribute("over", over != null);
        model.addAttribute("passkeyRefused", passkey != null);
        return "identity/login";
    }

    @PostMapping
    void signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        switch (passwords.check(email, password, Address.network(request.getRemoteAddr()))) {
            case PasswordSignIn.Outcome.Wrong() -> response.sendRedirect("/login?wrong");
            case PasswordSignIn.Outcome.Limited() -> response.sendRedirect("/login?limited");
            case PasswordSignIn.Outcome.Right(var account) -> goOn(account, request, response);
        }
    }

    private void goOn(Account account, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!factors.of(account.id()).isSetUp()) {
            var signedIn = signingIn.complete(account.id(), Proof.PASSWORD, request, response);
            landing.onAuthenticationSuccess(request, response, signedIn);
            return;
        }
        if (request.getSession(false) != null) request.changeSessionId();
        HalfSignedIn.begin(account, clock.instant()).keep(request);
        response.sendRedirect("/login/code");
    }
}
