package org.plenary.identity.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Address;
import org.plenary.identity.Public;
import org.plenary.identity.provider.JoiningIdentity;
import org.plenary.identity.provider.Registrations;
import org.plenary.tenancy.PlatformHost;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first step of signing in: e-mail and password, or a provider that the organization offers for which it is. */
@Controller
@PlatformHost
@Public
@RequestMapping("/login")
class SignInPages {
    private final PasswordSignIn passwords;
    private final FirstStep firstStep;
    private final SignInTarget target;
    private final Registrations providers;
    private final JoiningIdentity joining;

    SignInPages(
            PasswordSignIn passwords,
            FirstStep firstStep,
            SignInTarget target,
            Registrations providers,
            JoiningIdentity joining) {
        this.passwords = passwords;
        this.firstStep = firstStep;
        this.target = target;
        this.providers = providers;
        this.joining = joining;
    }

    @GetMapping
    String form(
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable String limited,
            @RequestParam(required = false) @Nullable String changed,
            @RequestParam(required = false) @Nullable String over,
            @RequestParam(required = false) @Nullable String passkey,
            @RequestParam(required = false) @Nullable String password,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("wrong", wrong != null);
        model.addAttribute("limited", limited != null);
        model.addAttribute("changed", changed != null);
        model.addAttribute("over", over != null);
        model.addAttribute("passkeyRefused", passkey != null);
        var tenant = target.of(request).orElse(null);
        var waiting = joining.waitingFor(request);
        model.addAttribute("organization", tenant == null ? null : tenant.name());
        model.addAttribute("waiting", waiting.orElse(null));
        model.addAttribute("providers", waiting.isPresent() ? List.of() : providers.offered(tenant));
        var isAsked = password != null || wrong != null || limited != null || waiting.isPresent();
        model.addAttribute("providersOnly", !isAsked && providers.isProvidersOnly(tenant));
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
            case PasswordSignIn.Outcome.Right(var account) -> firstStep.done(account, null, request, response);
        }
    }
}
