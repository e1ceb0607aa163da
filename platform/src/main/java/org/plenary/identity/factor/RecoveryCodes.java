package org.plenary.identity.factor;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.plenary.identity.keys.DerivedSecrets;
import org.plenary.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes on paper for who has lost the second factor: each works once, and only their hashes are kept. */
@Component
class RecoveryCodes {
    private static final int HOW_MANY = 10;

    /** Eighty random bits. */
    private static final int LENGTH = 16;

    private static final String EACH_FOUR = "(?<=\\G.{4})(?=.)";

    private final JdbcClient jdbc;
    private final DerivedSecrets secrets;
    private final Clock clock;

    RecoveryCodes(JdbcClient jdbc, DerivedSecrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** New ones; those of before end. They are shown this once. */
    List<String> make(UUID account) {
        remove(account);
        var codes = Stream.generate(() -> Ids.reference(LENGTH)).limit(HOW_MANY).toList();
        for (var code : codes)
            jdbc.sql("insert into control.recovery_code (account_id, code_hash) values (?, ?)")
                    .params(account, hash(account, code))
                    .update();
        return codes.stream().map(code -> code.replaceAll(EACH_FOUR, "-")).toList();
    }

    void remove(UUID account) {
        jdbc.sql("delete from control.recovery_code where account_id = ?")
                .param(account)
                .update();
    }

    int left(UUID account) {
        return jdbc.sql("select count(*) from control.recovery_code where account_id = ? and used_at is null")
                .param(account)
                .query(Integer.class)
                .single();
    }

    /** @return false when it is none, or was used before; of two that use one at the same time, one gets true */
    boolean use(UUID account, String typed) {
        return jdbc.sql("""
                        update control.recovery_code set used_at = ?
                        where account_id = ? and code_hash = ? and used_at is null""")
                        .params(Timestamp.from(clock.instant()), account, hash(account, plain(typed)))
                        .update()
                == 1;
    }

    /** Without what people put between, and with the letters that are not in it read as the digits that they look like. */
    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** With a key, so that whoever has this table alone cannot even try codes. */
    private String hash(UUID account, String code) {
        return secrets.of("recovery-code:" + account + ":" + code);
    }
}
