package org.plenary.conference.page;

import java.time.Duration;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Puts the list of first steps away, and brings it back. */
@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
class StartListPages {
    private static final Duration LONG = Duration.ofDays(400);

    @PostMapping("/manage/start-list/hiding")
    ResponseEntity<Void> hide() {
        return back(LONG);
    }

    @PostMapping("/manage/start-list/showing")
    ResponseEntity<Void> show() {
        return back(Duration.ZERO);
    }

    private static ResponseEntity<Void> back(Duration age) {
        var cookie = ResponseCookie.from(StartList.HIDDEN, "1")
                .path("/manage")
                .maxAge(age)
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, "/manage")
                .build();
    }
}
