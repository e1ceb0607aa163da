package org.plenary.identity.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts as they are stored; every statement names the schema, so that a tenant may be bound. */
@Component
public class StoredAccounts {
    private static final Duration LINK_LIFE = Duration.ofDays(7);
    private static final String COLUMNS = "id, email, name, password_hash, verified, operator, vouched_by";

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredAccounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    public Optional<Account> byId(UUID id) {
        return one("id = :value", id);
    }

    /** By any of its addresses. */
    public Optional<Account> byEmail(String email) {
        return one(
                "email = :value or id = (select account_id from control.account_address where email = :value)",
                normal(email));
    }

    /** The addresses of these accounts, in lower case. */
    public Map<UUID, Set<String>> addresses(Collection<UUID> some) {
        if (some.isEmpty()) return Map.of();
        var found = new HashMap<UUID, Set<String>>();
        jdbc.sql("""
                        select id, email from control.account where id = any(:some)
                        union all select account_id, email from control.account_address where account_id = any(:some)""").param("some", new SqlArrayValue("uuid", some.toArray())).query(row -> {
            found.computeIfAbsent(row.getObject(1, UUID.class), _ -> new HashSet<>())
                    .add(row.getString(2).toLowerCase(Locale.ROOT));
        });
        return found;
    }

    private Optional<Account> one(String condition, Object value) {
        return jdbc.sql("select " + COLUMNS + " from control.account where " + condition)
                .param("value", value)
                .query(Account.class)
                .optional();
    }

    /**
     * The owner of an address that has been verified. Whoever set a password before the address was verified need not be
     * its owner: that password and its link go.
     */
    @Transactional
    public UUID createVerified(String name, String email, String passwordHash, boolean operator) {
        insert(name, email, passwordHash, true, operator, null);
        forgetBeforeConfirmed(email);
        jdbc.sql("""
                        update control.account set verified = true, vouched_by = null, password_hash = ?, name = ?,
                            link_hash = null, link_expires_at = null
                        where email = ? and not verified""").params(passwordHash, name, normal(email)).update();
        var account = byEmail(email).orElseThrow().id();
        if (operator)
            jdbc.sql("update control.account set operator = true where id = ?")
                    .param(account)
                    .update();
        return account;
    }

    /** @return whether it was new */
    public boolean createUnverified(String name, String email, UUID vouchedBy) {
        return insert(name, email, null, false, false, vouchedBy);
    }

    /**
     * The account of somebody who has shown that the address is theirs, and nothing else. A password from before that was set by
     * whoever made the account, which need not be them: it goes, and with it whoever is signed in by it.
     */
    @Transactional
    public Account confirm(String name, String email) {
        insert(name, email, null, true, false, null);
        forgetBeforeConfirmed(email);
        jdbc.sql("""
                        update control.account set verified = true, vouched_by = null, password_hash = null, name = ?,
                            link_hash = null, link_expires_at = null, sessions_from = ?
                        where email = ? and not verified""").params(name, now(), normal(email)).update();
        return byEmail(email).orElseThrow();
    }

    /** What came before the address was confirmed need not be its owner's: who is signed in, and who else vouches for them. */
    private void forgetBeforeConfirmed(String email) {
        for (var table : List.of("external_identity", "sign_in", "sign_in_code"))
            jdbc.sql("delete from control." + table + " where account_id in (select id from control.account"
                            + " where email = ? and not verified)")
                    .param(normal(email))
                    .update();
    }

    private boolean insert(
            String name,
            String email,
            @Nullable String passwordHash,
            boolean verified,
            boolean operator,
            @Nullable UUID vouchedBy) {
        StoredAddresses.lock(jdbc, normal(email));
        return jdbc.sql("""
                        insert into control.account
                            (id, email, name, password_hash, verified, operator, vouched_by, created_at)
                        select ?, e, ?, ?, ?, ?, ?, ? from (select cast(? as varchar) as e) as wanted
                        where not exists (select 1 from control.account_address where email = e)
                        on conflict (email) do nothing""")
                        .params(Arrays.asList(
                                Ids.next(), name, passwordHash, verified, operator, vouchedBy, now(), normal(email)))
                        .update()
                == 1;
    }

    /** A secret that lets its holder set the password once, within a week; one made before ends. */
    public String newPasswordLink(UUID account) {
        var secret = Ids.secret();
        jdbc.sql("update control.account set link_hash = ?, link_expires_at = ? where id = ?")
                .params(Secrets.hash(secret), Timestamp.from(clock.instant().plus(LINK_LIFE)), account)
                .update();
        return secret;
    }

    public Optional<Account> byPasswordLink(String secret) {
        return jdbc.sql("select " + COLUMNS + " from control.account where link_hash = ? and link_expires_at > ?")
                .params(Secrets.hash(secret), now())
                .query(Account.class)
                .optional();
    }

    /** @return false when the link was used or has expired in the meantime */
    @Transactional
    public boolean setPasswordByLink(String secret, String passwordHash) {
        var account = jdbc.sql("""
                        update control.account set password_hash = ?, link_hash = null, link_expires_at = null,
                            sessions_from = ?
                        where link_hash = ? and link_expires_at > ? returning id""")
                .params(passwordHash, now(), Secrets.hash(secret), now())
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
        account.ifPresent(this::endSignIns);
        return account.isPresent();
    }

    private void endSignIns(UUID account) {
        for (var table : List.of("sign_in", "sign_in_code"))
            jdbc.sql("delete from control." + table + " where account_id = ?")
                    .param(account)
                    .update();
    }

    /** Whoever is signed in, or about to be, has to sign in again. */
    @Transactional
    public void endSessions(UUID account) {
        jdbc.sql("update control.account set sessions_from = ? where id = ?")
                .params(now(), account)
                .update();
        endSignIns(account);
    }

    public void rename(UUID account, String name) {
        jdbc.sql("update control.account set name = ? where id = ?")
                .params(name, account)
                .update();
    }

    /** Nobody signs in by a password before its owner has set a new one by mail. */
    public void forgetPassword(UUID account) {
        jdbc.sql("""
                        update control.account set password_hash = null, link_hash = null, link_expires_at = null
                        where id = ?""").param(account).update();
    }

    /** By somebody who has shown that they know the old one; who is signed in stays so. A link for setting one ends. */
    public void changePassword(UUID account, String passwordHash) {
        jdbc.sql("""
                        update control.account set password_hash = ?, link_hash = null, link_expires_at = null
                        where id = ?""").params(passwordHash, account).update();
    }

    /** By somebody who has shown that the address is theirs. Whoever is signed in, or about to be, has to sign in again. */
    @Transactional
    public void resetPassword(UUID account, String passwordHash) {
        jdbc.sql("""
                        delete from control.external_identity
                        where account_id in (select id from control.account where id = ? and not verified)""").param(account).update();
        jdbc.sql("""
                        update control.account set password_hash = ?, verified = true, vouched_by = null,
                            link_hash = null, link_expires_at = null, sessions_from = ?
                        where id = ?""").params(passwordHash, now(), account).update();
        endSignIns(account);
    }

    /** Whether somebody who signed in at this time has to do so again. */
    public boolean hasEnded(UUID account, Instant signedIn) {
        return jdbc.sql("select 1 from control.account where id = ? and sessions_from >= ?")
                .params(account, Timestamp.from(signedIn))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    public void join(UUID account, UUID tenant) {
        jdbc.sql("insert into control.account_tenant (account_id, tenant_id) values (?, ?) on conflict do nothing")
                .params(account, tenant)
                .update();
    }

    public void leave(UUID account, UUID tenant) {
        jdbc.sql("delete from control.account_tenant where account_id = ? and tenant_id = ?")
                .params(account, tenant)
                .update();
    }

    /** Of people who belong to this tenant alone, with what else is known under their address. */
    @Transactional
    public void deleteMembersOf(UUID tenant) {
        var gone = jdbc.sql("""
                        delete from control.account a
                        where not a.operator
                          and (a.vouched_by = :tenant or exists (select 1 from control.account_tenant m
                                                                 where m.account_id = a.id and m.tenant_id = :tenant))
                          and not exists (select 1 from control.account_tenant m
                                          where m.account_id = a.id and m.tenant_id <> :tenant)
                        returning a.id, a.email""")
                .param("tenant", tenant)
                .query((row, number) -> new Gone(row.getObject("id", UUID.class), row.getString("email")))
                .list();
        for (var account : gone) {
            jdbc.sql("delete from control.sign_in_code where account_id = ?")
                    .param(account.id())
                    .update();
            jdbc.sql("delete from control.password_reset where email = ?")
                    .param(account.email())
                    .update();
        }
        jdbc.sql("update control.account set vouched_by = null where vouched_by = ?")
                .param(tenant)
                .update();
    }

    private record Gone(UUID id, String email) {}

    /** Whether the account belongs to this tenant, in whatever role. */
    public boolean isOf(UUID account, UUID tenant) {
        return jdbc.sql("select 1 from control.account_tenant where account_id = ? and tenant_id = ?")
                .params(account, tenant)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    public List<UUID> tenantsOf(UUID account) {
        return jdbc.sql(
                        "select tenant_id from control.account_tenant where account_id = ? order by tenant_id limit 200")
                .param(account)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
