package org.plenary.identity.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Public;
import org.plenary.identity.factor.Factors;
import org.plenary.identity.session.SigningIn;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.PlatformHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second step of signing in: a code, or a passkey instead. */
@Controller
@PlatformHost
@Public
@RequestMapping("/login/code")
class CodePages {
    private static final Logger log = LoggerFactory.getLogger(CodePages.class);

    private final CodeSignIn codes;
    private final Factors factors;
    private final SigningIn signingIn;
    private final PlatformLanding landing;

    CodePages(CodeSignIn codes, Factors factors, SigningIn signingIn, PlatformLanding landing) {
        this.codes = codes;
        this.factors = factors;
        this.signingIn = signingIn;
        this.landing = landing;
    }

    @GetMapping
    ModelAndView form(HttpServletRequest request) {
        return codes.half(request).map(this::page).orElseGet(CodePages::over);
    }

    private ModelAndView page(HalfSignedIn half) {
        return new ModelAndView("identity/login-code").addObject("factors", factors.of(half.account()));
    }

    private static ModelAndView over() {
        return new ModelAndView("redirect:/login?over");
    }

    @PostMapping
    @Nullable
    ModelAndView check(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var half = codes.half(request);
        if (half.isEmpty()) return over();
        var account = half.get().account();
        try {
            if (codes.accepts(half.get(), code, request)) {
                HalfSignedIn.forget(request);
                var signedIn = signingIn.complete(
                        account, half.get().withCode(), half.get().via(), request, response);
                landing.onAuthenticationSuccess(request, response, signedIn);
                return null;
            }
        } catch (Problem.TooMany e) {
            return again(half, HttpStatus.TOO_MANY_REQUESTS, "limited");
        }
        log.info("code refused account={}", account);
        half.get().wrongOnceMore().keep(request);
        return again(codes.half(request), HttpStatus.UNPROCESSABLE_CONTENT, "wrong");
    }

    private ModelAndView again(Optional<HalfSignedIn> half, HttpStatus status, String why) {
        if (half.isEmpty()) return over();
        var page = page(half.get()).addObject(why, true);
        page.setStatus(status);
        return page;
    }
}
