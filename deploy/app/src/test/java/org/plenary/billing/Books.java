package org.plenary.billing;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the bound tenant's ledger says, in minor units. */
public final class Books {
    private Books() {}

    /** Debits less credits. @param account null for all of them, which is always zero */
    public static long balance(JdbcClient jdbc, @Nullable String account) {
        return jdbc.sql("""
                        select coalesce(sum(debit - credit), 0) from ledger_entry
                        where cast(:account as text) is null or account = :account""").param("account", account).query(Long.class).single();
    }

    /** What delegates paid, by card and at the desk, without what turned out void. */
    public static long received(JdbcClient jdbc) {
        return -ofDelegates(jdbc, "payment, desk_payment, desk_void");
    }

    /** What went back to delegates. */
    public static long returned(JdbcClient jdbc) {
        return ofDelegates(jdbc, "refund, refund_failed, refund_by_hand, desk_refund");
    }

    private static long ofDelegates(JdbcClient jdbc, String sources) {
        return jdbc.sql("""
                        select coalesce(sum(debit - credit), 0) from ledger_entry
                        where account = 'receivables' and source = any(string_to_array(:sources, ', '))""").param("sources", sources).query(Long.class).single();
    }
}
