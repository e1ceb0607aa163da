package org.plenary.registration.rush;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.plenary.identity.Signatures;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The browser's proof of its place: signed, for one run of one tenant. What we did not sign is no proof. */
@Component
class PlaceCookie {
    private static final Duration KEPT = Duration.ofDays(8);
    private static final int LONGEST = 300;

    private final Signatures signatures;
    private final Urls urls;

    PlaceCookie(Signatures signatures, Urls urls) {
        this.signatures = signatures;
        this.urls = urls;
    }

    record Proof(String run, String place) {}

    Optional<Proof> read(HttpServletRequest request, String slug) {
        var cookie = WebUtils.getCookie(request, name(slug));
        if (cookie == null || cookie.getValue().length() > LONGEST) return Optional.empty();
        var parts = cookie.getValue().split("\\.", -1);
        if (parts.length != 3) return Optional.empty();
        var proof = new Proof(parts[0], parts[1]);
        var isOurs = MessageDigest.isEqual(bytes(signature(proof)), bytes(parts[2]));
        return isOurs ? Optional.of(proof) : Optional.empty();
    }

    void write(HttpServletResponse response, String slug, Proof proof) {
        var value = proof.run() + "." + proof.place() + "." + signature(proof);
        var cookie = ResponseCookie.from(name(slug), value)
                .path("/")
                .maxAge(KEPT)
                .sameSite("Lax")
                .secure(urls.isSecure())
                .httpOnly(true)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String signature(Proof proof) {
        return signatures.of("rush:" + Tenancy.require().id() + ":" + proof.run() + ":" + proof.place());
    }

    private String name(String slug) {
        return (urls.isSecure() ? "__Host-rush-" : "plenary-rush-") + slug;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
