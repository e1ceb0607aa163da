package org.plenary.identity.factor;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an account has besides its password, and whether what somebody typed is it. */
@Component
public class SecondFactor {
    private final StoredCodeApps apps;
    private final RecoveryCodes recovery;
    private final Factors factors;
    private final Clock clock;

    SecondFactor(StoredCodeApps apps, RecoveryCodes recovery, Factors factors, Clock clock) {
        this.apps = apps;
        this.recovery = recovery;
        this.factors = factors;
        this.clock = clock;
    }

    /** A secret that is not confirmed yet, as an app reads it and as a person types it. */
    public record Pending(String image, String typed) {}

    /** Makes the secret of a new app; nothing is asked for until it is confirmed. */
    @Transactional
    public void begin(UUID account) {
        apps.begin(account);
    }

    public Optional<Pending> pending(UUID account, String email) {
        return apps.pending(account)
                .map(secret -> new Pending(
                        QrCode.image(OneTimeCodes.address(secret, email)),
                        OneTimeCodes.base32(secret).replaceAll("(?<=\\G.{4})(?=.)", " ")));
    }

    /**
     * The app showed this code, so it has the secret: from now on it is asked for, and whoever signed in without ends.
     *
     * @return recovery codes, shown this once; nothing when the code is not the app's
     */
    @Transactional
    public Optional<List<String>> confirm(UUID account, UUID signIn, String typed) {
        var secret = apps.pending(account);
        if (secret.isEmpty()) return Optional.empty();
        var step = OneTimeCodes.stepOf(secret.get(), plain(typed), clock.instant());
        if (step.isEmpty() || !apps.confirm(account, step.getAsLong())) return Optional.empty();
        factors.codesSetUp(account, signIn);
        return Optional.of(recovery.make(account));
    }

    /** Whether this is the app's code of now, or a recovery code; either is used up by it. */
    @Transactional
    public boolean accepts(UUID account, String typed) {
        var code = plain(typed);
        if (OneTimeCodes.looksLikeOne(code)) return isCode(account, code);
        if (!recovery.use(account, code)) return false;
        factors.recovered(account);
        return true;
    }

    private boolean isCode(UUID account, String code) {
        var secret = apps.confirmed(account);
        if (secret.isEmpty()) return false;
        var step = OneTimeCodes.stepOf(secret.get(), code, clock.instant());
        return step.isPresent() && apps.use(account, step.getAsLong());
    }

    /** @return false when the code is not right; the app stays then */
    @Transactional
    public boolean remove(UUID account, String typed) {
        if (!accepts(account, typed) || !apps.remove(account)) return false;
        if (!factors.of(account).isSetUp()) recovery.remove(account);
        factors.codesRemoved(account);
        return true;
    }

    /** New recovery codes; those of before end. */
    @Transactional
    public List<String> renew(UUID account) {
        var codes = recovery.make(account);
        factors.recoveryMade(account);
        return codes;
    }

    /** Recovery codes for somebody who has none and needs some, since there is a second factor now. */
    @Transactional
    public List<String> firstRecovery(UUID account) {
        return recovery.left(account) > 0 ? List.of() : recovery.make(account);
    }

    private static String plain(String typed) {
        return typed.replaceAll("\\s", "");
    }
}
