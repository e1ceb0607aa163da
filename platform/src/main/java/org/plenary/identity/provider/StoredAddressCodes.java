package org.plenary.identity.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plenary.identity.AddressCodeAsked;
import org.plenary.identity.AddressCodes;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.keys.DerivedSecrets;
import org.plenary.kernel.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Codes by which people show that they read the mail of an address. They follow from the platform's secret and are not stored. */
@Component
class StoredAddressCodes implements AddressCodes {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final int MOST_WRONG = 5;
    private static final int MILLION = 1_000_000;

    private final JdbcClient jdbc;
    private final StoredAccounts accounts;
    private final DerivedSecrets secrets;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StoredAddressCodes(
            JdbcClient jdbc,
            StoredAccounts accounts,
            DerivedSecrets secrets,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.secrets = secrets;
        this.events = events;
        this.clock = clock;
    }

    private record Asked(String email, String language) {}

    /** Does the same for every address: accounts are looked at only when the mail is written. */
    @Transactional
    public UUID ask(String email, Locale locale) {
        jdbc.sql("delete from control.address_code where asked_at < ?")
                .param(oldest())
                .update();
        var id = Ids.next();
        jdbc.sql("insert into control.address_code (id, email, language, asked_at, wrong) values (?, ?, ?, ?, 0)")
                .params(id, StoredAccounts.normal(email), locale.toLanguageTag(), Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new AddressCodeAsked(id));
        return id;
    }

    /** The address, when this is its code; each works once, and after some wrong ones none does. */
    @Transactional
    public Optional<String> accept(UUID id, String typed) {
        var good = MessageDigest.isEqual(
                code(id).getBytes(StandardCharsets.US_ASCII),
                typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8));
        if (good)
            return jdbc.sql(
                            "delete from control.address_code where id = ? and wrong < ? and asked_at >= ? returning email")
                    .params(id, MOST_WRONG, oldest())
                    .query(String.class)
                    .optional();
        jdbc.sql("update control.address_code set wrong = wrong + 1 where id = ?")
                .param(id)
                .update();
        return Optional.empty();
    }

    /** Whether another try makes sense. */
    boolean isOpen(UUID id) {
        return jdbc.sql("select 1 from control.address_code where id = ? and wrong < ? and asked_at >= ?")
                .params(id, MOST_WRONG, oldest())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public Optional<Letter> letter(UUID id) {
        return jdbc.sql("select email, language from control.address_code where id = ? and asked_at >= ?")
                .params(id, oldest())
                .query(Asked.class)
                .optional()
                .flatMap(asked -> accounts.byEmail(asked.email())
                        .map(account -> new Letter(
                                account.name(), asked.email(), code(id), Locale.forLanguageTag(asked.language()))));
    }

    private String code(UUID id) {
        var bytes = Base64.getUrlDecoder().decode(secrets.of("address-code:" + id));
        var number = 0L;
        for (var i = 0; i < Long.BYTES; i++) number = number << Byte.SIZE | bytes[i] & 0xff;
        return "%06d".formatted(Long.remainderUnsigned(number, MILLION));
    }

    private Timestamp oldest() {
        return Timestamp.from(clock.instant().minus(LIFE));
    }
}
