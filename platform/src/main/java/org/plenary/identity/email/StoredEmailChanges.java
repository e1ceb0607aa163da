package org.plenary.identity.email;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.EmailChanges;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.keys.DerivedSecrets;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Urls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changes as they are stored, and the links that confirm them and take them back. */
@Component
class StoredEmailChanges implements EmailChanges {
    static final String CONFIRMATION = "/email/confirmation";
    static final String UNDOING = "/email/undoing";

    private static final Duration TO_CONFIRM = Duration.ofDays(1);
    private static final Duration TO_UNDO = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final StoredAccounts accounts;
    private final DerivedSecrets secrets;
    private final Urls urls;
    private final Clock clock;

    StoredEmailChanges(JdbcClient jdbc, StoredAccounts accounts, DerivedSecrets secrets, Urls urls, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.secrets = secrets;
        this.urls = urls;
        this.clock = clock;
    }

    record Change(
            UUID id,
            UUID account,
            Kind kind,
            String oldEmail,
            String newEmail,
            Locale locale,
            Instant askedAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant undoneAt) {}

    /** One that was asked for before and not confirmed ends; what can neither be confirmed nor undone any more is forgotten. */
    UUID insert(UUID account, Kind kind, String oldEmail, String newEmail, Locale locale) {
        jdbc.sql("delete from control.email_change where account_id = ? and confirmed_at is null or asked_at < ?")
                .params(
                        account,
                        Timestamp.from(clock.instant().minus(TO_CONFIRM).minus(TO_UNDO)))
                .update();
        var id = Ids.next();
        jdbc.sql("""
                        insert into control.email_change
                            (id, account_id, kind, old_email, new_email, language, asked_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        id,
                        account,
                        kind == Kind.INSTEAD ? null : kind.name(),
                        oldEmail,
                        newEmail,
                        locale.toLanguageTag(),
                        now()))
                .update();
        return id;
    }

    /** One that needs no confirmation any more, and can be taken back like the others. */
    UUID insertConfirmed(UUID account, Kind kind, String oldEmail, String newEmail, Locale locale) {
        var id = insert(account, kind, oldEmail, newEmail, locale);
        jdbc.sql("update control.email_change set confirmed_at = asked_at where id = ?")
                .param(id)
                .update();
        return id;
    }

    /** What this link would confirm. */
    Optional<Change> toConfirm(String link) {
        return byLink(CONFIRMATION, link)
                .filter(change -> change.confirmedAt() == null
                        && change.askedAt().plus(TO_CONFIRM).isAfter(clock.instant()));
    }

    /** What this link would take back. */
    Optional<Change> toUndo(String link) {
        return byLink(UNDOING, link)
                .filter(change -> change.confirmedAt() != null
                        && change.undoneAt() == null
                        && change.confirmedAt().plus(TO_UNDO).isAfter(clock.instant()));
    }

    private Optional<Change> byLink(String purpose, String link) {
        var parts = link.split("\\.", 2);
        if (parts.length != 2) return Optional.empty();
        try {
            var id = UUID.fromString(parts[0]);
            var isOurs = MessageDigest.isEqual(
                    secret(purpose, id).getBytes(StandardCharsets.US_ASCII), parts[1].getBytes(StandardCharsets.UTF_8));
            return isOurs ? byId(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String secret(String purpose, UUID id) {
        return secrets.of(purpose + ":" + id);
    }

    private Optional<Change> byId(UUID id) {
        return jdbc.sql("select * from control.email_change where id = ?")
                .param(id)
                .query(StoredEmailChanges::change)
                .optional();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("kind") == null ? Kind.INSTEAD : Kind.valueOf(row.getString("kind")),
                row.getString("old_email"),
                row.getString("new_email"),
                Locale.forLanguageTag(row.getString("language")),
                row.getTimestamp("asked_at").toInstant(),
                instant(row.getTimestamp("confirmed_at")),
                instant(row.getTimestamp("undone_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /** @return false when somebody else did so at the same time */
    boolean confirm(Change change) {
        return mark("confirmed_at", change);
    }

    boolean undo(Change change) {
        return mark("undone_at", change);
    }

    private boolean mark(String column, Change change) {
        return jdbc.sql("update control.email_change set " + column + " = ? where id = ? and " + column + " is null")
                        .params(now(), change.id())
                        .update()
                == 1;
    }

    @Override
    public Optional<Letter> confirmation(UUID id) {
        return byId(id).filter(change -> accounts.byEmail(change.newEmail()).isEmpty())
                .flatMap(change -> letter(change, change.newEmail(), CONFIRMATION));
    }

    @Override
    public Optional<Letter> notice(UUID id) {
        return byId(id).flatMap(change -> letter(change, change.oldEmail(), UNDOING));
    }

    private Optional<Letter> letter(Change change, String to, String purpose) {
        return accounts.byId(change.account())
                .map(account -> new Letter(
                        change.kind(),
                        account.name(),
                        to,
                        change.oldEmail(),
                        change.newEmail(),
                        change.locale(),
                        link(purpose, change.id())));
    }

    private URI link(String purpose, UUID id) {
        return urls.platform(purpose + "?link=" + id + "." + secret(purpose, id));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
