package org.plenary.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.plenary.identity.session.SignedIn;
import org.plenary.identity.session.StoredSignIns;
import org.plenary.identity.session.UponSignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Links what waits as soon as the owner of the account has signed in to it. When it is another account's owner, nothing is linked:
 * they may not even know of it.
 */
@Component
public class JoiningIdentity implements UponSignIn {
    private static final Logger log = LoggerFactory.getLogger(JoiningIdentity.class);

    private final Linking linking;
    private final StoredSignIns signIns;
    private final Clock clock;

    JoiningIdentity(Linking linking, StoredSignIns signIns, Clock clock) {
        this.linking = linking;
        this.signIns = signIns;
        this.clock = clock;
    }

    @Override
    public void signedIn(SignedIn signedIn, HttpServletRequest request) {
        var pending = Pending.of(request, clock.instant());
        Pending.forget(request);
        if (pending.isEmpty()
                || signedIn.only() != null
                || !signedIn.account().equals(pending.get().account())) return;
        var named = pending.get().named();
        try {
            linking.link(signedIn.account(), signedIn.id(), named);
            // they have shown both, so this counts as having come by the provider too
            if (named.entry() != null) signIns.cameBy(signedIn.id(), named.entry());
        } catch (ProviderFailure e) {
            log.info("identity not linked account={} why={}", signedIn.account(), e.why());
        }
    }

    /** A provider whose person has yet to sign in to an account, to be named on the page where they do. */
    public Optional<String> waitingFor(HttpServletRequest request) {
        return Pending.of(request, clock.instant())
                .filter(pending -> pending.account() != null)
                .map(pending -> pending.named().title());
    }
}
