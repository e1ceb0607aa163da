package org.plenary.identity.factor;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.plenary.identity.keys.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The apps that make one-time codes, one for an account. Their secrets are sealed. */
@Component
class StoredCodeApps {
    private static final String PURPOSE = "one-time-codes";
    private static final Duration TO_CONFIRM = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    StoredCodeApps(JdbcClient jdbc, Sealing sealing, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** A new secret, which counts for nothing until it is confirmed. One that is confirmed stays. */
    void begin(UUID account) {
        var secret = new byte[OneTimeCodes.SECRET_BYTES];
        random.nextBytes(secret);
        jdbc.sql("""
                        insert into control.code_app (account_id, sealed_secret, begun_at) values (?, ?, ?)
                        on conflict (account_id) do update
                            set sealed_secret = excluded.sealed_secret, begun_at = excluded.begun_at
                            where code_app.confirmed_at is null""")
                .params(account, sealing.seal(PURPOSE, account, secret), now())
                .update();
    }

    Optional<byte[]> pending(UUID account) {
        return secret(
                account,
                "confirmed_at is null and begun_at > ?",
                Timestamp.from(clock.instant().minus(TO_CONFIRM)));
    }

    Optional<byte[]> confirmed(UUID account) {
        return secret(account, "confirmed_at is not null");
    }

    private Optional<byte[]> secret(UUID account, String condition, Object... values) {
        return jdbc.sql("select sealed_secret from control.code_app where account_id = ? and " + condition)
                .param(account)
                .params(values)
                .query(String.class)
                .optional()
                .map(kept -> sealing.open(PURPOSE, account, kept));
    }

    boolean confirm(UUID account, long step) {
        return jdbc.sql("""
                        update control.code_app set confirmed_at = ?, last_step = ?
                        where account_id = ? and confirmed_at is null""").params(now(), step, account).update() == 1;
    }

    /** @return false when this code, or a later one, was used before; of two that use one at the same time, one gets true */
    boolean use(UUID account, long step) {
        return jdbc.sql("""
                        update control.code_app set last_step = ?
                        where account_id = ? and confirmed_at is not null and last_step < ?""").params(step, account, step).update() == 1;
    }

    boolean remove(UUID account) {
        return jdbc.sql("delete from control.code_app where account_id = ?")
                        .param(account)
                        .update()
                == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
