package org.plenary.identity.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts that go, and those that come back because an organization does. */
@Component
public class GoneAccounts {
    private final StoredAccounts accounts;
    private final JdbcClient jdbc;
    private final Clock clock;

    GoneAccounts(StoredAccounts accounts, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** With all that it signs in by, and what is known under its addresses. */
    @Transactional
    public void delete(Account account) {
        accounts.endSessions(account.id());
        for (var table : List.of("password_reset", "address_code"))
            jdbc.sql(
                            "delete from control." + table
                                    + " where email = ? or email in (select email from control.account_address where account_id = ?)")
                    .params(account.email(), account.id())
                    .update();
        jdbc.sql("delete from control.account where id = ?").param(account.id()).update();
    }

    /**
     * The account of somebody whom a tenant knows under this id and address; where it was forgotten it is made again, and is good
     * in that tenant alone until the address is confirmed.
     */
    public UUID remember(UUID id, String name, String email, UUID vouchedBy) {
        if (accounts.byId(id).isPresent()) return id;
        var known = accounts.byEmail(email);
        if (known.isPresent()) return known.get().id();
        jdbc.sql("""
                        insert into control.account (id, email, name, verified, operator, vouched_by, created_at)
                        values (?, ?, ?, false, false, ?, ?) on conflict (email) do nothing""")
                .params(id, StoredAccounts.normal(email), name, vouchedBy, Timestamp.from(clock.instant()))
                .update();
        return accounts.byEmail(email).orElseThrow().id();
    }
}
