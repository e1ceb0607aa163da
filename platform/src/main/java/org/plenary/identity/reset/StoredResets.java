package org.plenary.identity.reset;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plenary.identity.PasswordResetAsked;
import org.plenary.identity.PasswordResets;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Secrets;
import org.plenary.tenancy.Urls;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was asked for and the hashes of the links. Asking does the same work for every address: accounts are looked at only
 * when the mail is written, so neither the answer nor its time tells who has one.
 */
@Component
class StoredResets implements PasswordResets {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final String ADDRESS = "/password/new?link=";

    private final JdbcClient jdbc;
    private final StoredAccounts accounts;
    private final ApplicationEventPublisher events;
    private final Urls urls;
    private final Clock clock;

    StoredResets(JdbcClient jdbc, StoredAccounts accounts, ApplicationEventPublisher events, Urls urls, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.events = events;
        this.urls = urls;
        this.clock = clock;
    }

    @Transactional
    public void ask(String email, Locale locale) {
        jdbc.sql("delete from control.password_reset where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
        var id = Ids.next();
        jdbc.sql("insert into control.password_reset (id, email, locale, expires_at) values (?, ?, ?, ?)")
                .params(id, StoredAccounts.normal(email), locale.toLanguageTag(), expiry())
                .update();
        events.publishEvent(new PasswordResetAsked(id));
    }

    private record Request(String email, String locale) {}

    @Override
    @Transactional
    public Optional<Link> make(UUID id) {
        var request = jdbc.sql("select email, locale from control.password_reset where id = ? and expires_at > ?")
                .params(id, Timestamp.from(clock.instant()))
                .query(Request.class)
                .optional();
        if (request.isEmpty()) return Optional.empty();
        var account = accounts.byEmail(request.get().email());
        if (account.isEmpty()) {
            jdbc.sql("delete from control.password_reset where id = ?")
                    .param(id)
                    .update();
            return Optional.empty();
        }
        var secret = Ids.secret();
        jdbc.sql("update control.password_reset set secret_hash = ?, expires_at = ? where id = ?")
                .params(Secrets.hash(secret), expiry(), id)
                .update();
        return Optional.of(new Link(
                account.get().name(),
                request.get().email(),
                Locale.forLanguageTag(request.get().locale()),
                urls.platform(ADDRESS + secret)));
    }

    /** The address whose password this link sets; looking changes nothing. */
    Optional<String> emailOf(String secret) {
        return jdbc.sql("select email from control.password_reset where secret_hash = ? and expires_at > ?")
                .params(Secrets.hash(secret), Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
    }

    /** Uses the link up, and with it every other of the same address; of two that use one at the same time, one gets it. */
    Optional<String> take(String secret) {
        var email = jdbc.sql("""
                        delete from control.password_reset where secret_hash = ? and expires_at > ?
                        returning email""")
                .params(Secrets.hash(secret), Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
        email.ifPresent(address -> jdbc.sql("delete from control.password_reset where email = ?")
                .param(address)
                .update());
        return email;
    }

    private Timestamp expiry() {
        return Timestamp.from(clock.instant().plus(LIFE));
    }
}
