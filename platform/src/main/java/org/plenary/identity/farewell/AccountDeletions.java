package org.plenary.identity.farewell;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who wants to go, and when. */
@Component
class AccountDeletions {
    private static final String SELECT =
            "select account_id, asked_at, delete_after, language from control.account_deletion ";

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountDeletions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Wish(UUID account, Instant askedAt, Instant deleteAfter, Locale language) {}

    /** Asked for twice, the first day stands. */
    boolean insert(UUID account, Duration grace, Locale language) {
        var now = clock.instant();
        return jdbc.sql("""
                        insert into control.account_deletion (account_id, asked_at, delete_after, language)
                        values (?, ?, ?, ?) on conflict (account_id) do nothing""")
                        .params(account, Timestamp.from(now), Timestamp.from(now.plus(grace)), language.toLanguageTag())
                        .update()
                == 1;
    }

    Optional<Wish> of(UUID account) {
        return jdbc.sql(SELECT + "where account_id = ?")
                .param(account)
                .query(AccountDeletions::map)
                .optional();
    }

    boolean remove(UUID account) {
        return jdbc.sql("delete from control.account_deletion where account_id = ?")
                        .param(account)
                        .update()
                == 1;
    }

    /** Those to be told once more; marks them. */
    List<Wish> takeToWarn(Duration before) {
        return jdbc.sql("""
                        update control.account_deletion set warned_at = ?
                        where account_id in (select account_id from control.account_deletion
                                             where warned_at is null and delete_after < ? limit 50)
                        returning account_id, asked_at, delete_after, language""")
                .params(
                        Timestamp.from(clock.instant()),
                        Timestamp.from(clock.instant().plus(before)))
                .query(AccountDeletions::map)
                .list();
    }

    List<Wish> due() {
        return jdbc.sql(SELECT + "where delete_after <= ? order by delete_after limit 50")
                .param(Timestamp.from(clock.instant()))
                .query(AccountDeletions::map)
                .list();
    }

    /** Something is in the way; it is looked at again later. */
    void postpone(UUID account, Duration by) {
        jdbc.sql("update control.account_deletion set delete_after = ? where account_id = ?")
                .params(Timestamp.from(clock.instant().plus(by)), account)
                .update();
    }

    private static Wish map(ResultSet row, int number) throws SQLException {
        return new Wish(
                row.getObject("account_id", UUID.class),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("delete_after").toInstant(),
                Locale.forLanguageTag(row.getString("language")));
    }
}
