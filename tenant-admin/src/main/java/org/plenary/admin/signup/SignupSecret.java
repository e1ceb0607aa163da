package org.plenary.admin.signup;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.UUID;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.plenary.tenancy.Urls;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The cookie by which the browser that signed up is known; it is sent to that sign-up's pages alone. */
@Component
class SignupSecret {
    private static final String NAME = "signup";

    private final Signups signups;
    private final SignupSettings settings;
    private final Urls urls;

    SignupSecret(Signups signups, SignupSettings settings, Urls urls) {
        this.signups = signups;
        this.settings = settings;
        this.urls = urls;
    }

    String cookie(SigningUp.Begun begun) {
        return ResponseCookie.from(NAME, begun.secret())
                .path("/signup/" + begun.id())
                .maxAge(settings.openFor())
                .httpOnly(true)
                .secure(urls.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }

    /** @throws Problem.NotFound for everybody but the browser that signed up */
    Signup require(UUID id, HttpServletRequest request) {
        return signups.find(id)
                .filter(signup -> isHeldBy(signup, request))
                .orElseThrow(() -> new Problem.NotFound("The sign-up"));
    }

    private static boolean isHeldBy(Signup signup, HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies != null
                && Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .anyMatch(secret -> Secrets.matches(secret, signup.secretHash()));
    }
}
