package org.plenary.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Signing out on one host ends the sign-in, and so the sessions that came of it on all hosts. */
@Component
public class EndedSignIn implements LogoutHandler {
    private final StoredSignIns signIns;

    EndedSignIn(StoredSignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication == null) return;
        SignedIn.idOf(authentication).ifPresent(id -> signIns.end(UUID.fromString(authentication.getName()), id));
    }
}
