package org.plenary.identity.farewell;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AccountCopyAsked;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.SealedSecrets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The copies of people's own data, sealed for them; one at a time for each. */
@Component
class AccountCopies {
    private static final String PURPOSE = "account-copy";

    private final JdbcClient jdbc;
    private final SealedSecrets secrets;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountCopies(
            JdbcClient jdbc, SealedSecrets secrets, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @param madeAt null while it is being made */
    record Copy(
            UUID account,
            Instant askedAt,
            Locale language,
            int done,
            int total,
            @Nullable Instant madeAt) {
        public boolean isReady() {
            return madeAt != null;
        }

        public int percent() {
            return total == 0 ? 0 : (int) Math.min(99, 100L * done / total);
        }
    }

    /** Makes it anew; nothing while one is being made. */
    @Transactional
    public void ask(UUID account, Locale language) {
        var begun =
                jdbc.sql("""
                        insert into control.account_copy (account_id, asked_at, language, done, total) values (?, ?, ?, 0, 0)
                        on conflict (account_id) do update
                            set asked_at = excluded.asked_at, language = excluded.language, done = 0, total = 0,
                                made_at = null, sealed = null
                        where account_copy.made_at is not null""").params(account, now(), language.toLanguageTag()).update();
        if (begun == 0) return;
        audit.record("account.copy-asked", account.toString(), java.util.Map.of());
        events.publishEvent(new AccountCopyAsked(account));
    }

    Optional<Copy> find(UUID account) {
        return jdbc.sql("""
                        select account_id, asked_at, language, done, total, made_at from control.account_copy
                        where account_id = ?""").param(account).query(AccountCopies::map).optional();
    }

    void progress(UUID account, int done, int total) {
        jdbc.sql("update control.account_copy set done = ?, total = ? where account_id = ?")
                .params(done, total, account)
                .update();
    }

    void keep(UUID account, byte[] content) {
        jdbc.sql("update control.account_copy set made_at = ?, sealed = ? where account_id = ? and made_at is null")
                .params(now(), Base64.getDecoder().decode(secrets.seal(PURPOSE, account, content)), account)
                .update();
    }

    Optional<byte[]> content(UUID account) {
        return jdbc.sql("select sealed from control.account_copy where account_id = ? and sealed is not null")
                .param(account)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .map(bytes -> secrets.open(PURPOSE, account, Base64.getEncoder().encodeToString(bytes)));
    }

    void downloaded(UUID account) {
        audit.record("account.copy-downloaded", account.toString(), java.util.Map.of());
    }

    void forgetBefore(Instant old) {
        jdbc.sql("delete from control.account_copy where made_at < ?")
                .param(Timestamp.from(old))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Copy map(ResultSet row, int number) throws SQLException {
        var made = row.getTimestamp("made_at");
        @Nullable Instant madeAt = made == null ? null : made.toInstant();
        return new Copy(
                row.getObject("account_id", UUID.class),
                row.getTimestamp("asked_at").toInstant(),
                Locale.forLanguageTag(row.getString("language")),
                row.getInt("done"),
                row.getInt("total"),
                madeAt);
    }
}
