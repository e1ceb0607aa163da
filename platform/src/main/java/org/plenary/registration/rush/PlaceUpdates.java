package org.plenary.registration.rush;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.plenary.identity.Public;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a waiting page asks again and again: one script in Redis, and nothing from the database. */
@RestController
@TenantHost
@Public
class PlaceUpdates {
    private final PlaceCookie cookies;
    private final Line line;
    private final PlaceTexts texts;

    PlaceUpdates(PlaceCookie cookies, Line line, PlaceTexts texts) {
        this.cookies = cookies;
        this.line = line;
        this.texts = texts;
    }

    @GetMapping("/c/{conference}/waiting/place")
    ResponseEntity<PlaceTexts.Place> place(@PathVariable String conference, HttpServletRequest request, Locale locale) {
        var proof = cookies.read(request, conference).orElse(null);
        if (proof == null) return answer(nothing("gone"));
        try {
            return answer(texts.of(line.poll(proof.run(), proof.place()), locale));
        } catch (Line.Unreachable e) {
            return answer(nothing("closed"));
        }
    }

    private static PlaceTexts.Place nothing(String state) {
        return new PlaceTexts.Place(state, "", "", "", "", PlaceTexts.SECONDS_WITHOUT_LINE);
    }

    private static ResponseEntity<PlaceTexts.Place> answer(PlaceTexts.Place place) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(place);
    }
}
