package org.plenary.billing;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the bound tenant's ledger says, in minor units. */
public final class Books {
    private static final String CAME = "'payment', 'desk_payment', 'desk_void'";
    private static final String WENT = "'refund', 'refund_failed', 'refund_by_hand', 'desk_refund'";

    private Books() {}

    /** Debits less credits. @param account null for all of them, which is always zero */
    public static long balance(JdbcClient jdbc, @Nullable String account) {
        return jdbc.sql("""
                        select coalesce(sum(debit - credit), 0) from ledger_entry
                        where cast(:account as text) is null or account = :account""").param("account", account).query(Long.class).single();
    }

    /** What delegates paid, by card and at the desk, without what turned out void. */
    public static long received(JdbcClient jdbc) {
        return -ofDelegates(jdbc, CAME);
    }

    /** What went back to delegates. */
    public static long returned(JdbcClient jdbc) {
        return ofDelegates(jdbc, WENT);
    }

    /** What stayed of it, by currency; none of which nothing did. */
    public static Map<String, Long> kept(JdbcClient jdbc) {
        return sums(jdbc, """
                select currency, credit - debit as minor from ledger_entry
                where account = 'receivables' and source in (%s)""".formatted(CAME + ", " + WENT));
    }

    /** @param sql rows of a currency and minor units of it @return their sums that are not zero */
    public static Map<String, Long> sums(JdbcClient jdbc, String sql) {
        return jdbc
                .sql("select currency, sum(minor) as minor from (" + sql
                        + ") each group by currency having sum(minor) <> 0")
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static long ofDelegates(JdbcClient jdbc, String sources) {
        return jdbc.sql("""
                        select coalesce(sum(debit - credit), 0) from ledger_entry
                        where account = 'receivables' and source in (%s)""".formatted(sources)).query(Long.class).single();
    }
}
