package org.plenary.billing.reconcile;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the bound tenant's accounts at Stripe moved, as far as it was read, and when it was. */
@Component
class BalanceRows {
    private static final int FAILURE_LENGTH = 300;

    private final JdbcClient jdbc;

    BalanceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param read when everything until then was read; null while it never was
     * @param failure why the last attempt came to nothing; null when it did not
     */
    record Reading(
            String account,
            Instant asked,
            @Nullable Instant read,
            @Nullable String failure) {
        /** Whether a look was asked for that has not ended. */
        public boolean isRunning() {
            return failure == null && (read == null || read.isBefore(asked));
        }
    }

    /** False when it was read before. */
    boolean insert(String account, Moved moved) {
        return jdbc.sql("""
                        insert into balance_transaction
                            (id, account_id, type, source, amount, fee, net, currency, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")
                        .param(moved.id())
                        .param(account)
                        .param(moved.type())
                        .param(moved.source())
                        .param(moved.amount().getAmountMinorLong())
                        .param(moved.fee().getAmountMinorLong())
                        .param(moved.net().getAmountMinorLong())
                        .param(moved.net().getCurrencyUnit().getCode())
                        .param(Timestamp.from(moved.at()))
                        .update()
                > 0;
    }

    Optional<Instant> latest(String account) {
        return jdbc.sql("select max(created_at) from balance_transaction where account_id = ?")
                .param(account)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void asked(String account, Instant at) {
        jdbc.sql("""
                        insert into balance_reading (account_id, asked_at) values (?, ?)
                        on conflict (account_id) do update set asked_at = excluded.asked_at, failure = null""").param(account).param(Timestamp.from(at)).update();
    }

    /** @param at when the reading began; one that began earlier and ends later takes nothing back */
    void read(String account, Instant at) {
        jdbc.sql("update balance_reading set read_at = greatest(read_at, ?), failure = null where account_id = ?")
                .param(Timestamp.from(at))
                .param(account)
                .update();
    }

    void failed(String account, String why) {
        jdbc.sql("update balance_reading set failure = ? where account_id = ?")
                .param(why.length() <= FAILURE_LENGTH ? why : why.substring(0, FAILURE_LENGTH))
                .param(account)
                .update();
    }

    /** Of every account that the tenant ever had, the newest first. */
    List<Reading> readings() {
        return jdbc.sql("select account_id, asked_at, read_at, failure from balance_reading order by asked_at desc")
                .query((row, number) -> {
                    var read = row.getObject("read_at", OffsetDateTime.class);
                    return new Reading(
                            row.getString("account_id"),
                            row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                            read == null ? null : read.toInstant(),
                            row.getString("failure"));
                })
                .list();
    }
}
