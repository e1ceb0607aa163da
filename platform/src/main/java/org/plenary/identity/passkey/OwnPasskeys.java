package org.plenary.identity.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.identity.factor.Factors;
import org.plenary.identity.factor.SecondFactor;
import org.plenary.identity.profile.Self;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person's own passkeys: one more, one fewer. */
@Component
class OwnPasskeys {
    private final Ceremony ceremony;
    private final StoredPasskeys passkeys;
    private final Factors factors;
    private final SecondFactor secondFactor;

    OwnPasskeys(Ceremony ceremony, StoredPasskeys passkeys, Factors factors, SecondFactor secondFactor) {
        this.ceremony = ceremony;
        this.passkeys = passkeys;
        this.factors = factors;
        this.secondFactor = secondFactor;
    }

    /** @return recovery codes when these are the first, shown this once; nothing when the browser's answer was wrong */
    @Transactional
    public Optional<List<String>> add(Self.Me me, String credential, HttpServletRequest request) {
        if (!ceremony.made(credential, request)) return Optional.empty();
        factors.passkeyAdded(me.id(), me.signIn());
        return Optional.of(secondFactor.firstRecovery(me.id()));
    }

    @Transactional
    public void remove(Self.Me me, UUID passkey) {
        if (passkeys.remove(me.id(), passkey)) factors.passkeyRemoved(me.id(), me.signIn());
    }
}
