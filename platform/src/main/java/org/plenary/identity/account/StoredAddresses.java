package org.plenary.identity.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * By which addresses accounts are known: one to which mails go, in the account's own row, and any number of others that were
 * confirmed too. Each address is one account's alone; since there are two tables of them, whoever takes one locks it.
 */
@Component
public class StoredAddresses {
    public static final int MOST = 10;

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredAddresses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One besides the first. */
    public record Other(UUID id, String email, Instant addedAt) {}

    public List<Other> of(UUID account) {
        return jdbc.sql(
                        "select id, email, added_at from control.account_address where account_id = ? order by id limit ?")
                .params(account, MOST)
                .query((row, number) -> new Other(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getTimestamp("added_at").toInstant()))
                .list();
    }

    public Optional<Other> of(UUID account, UUID id) {
        return of(account).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Until the transaction ends nobody else takes this address. */
    static void lock(JdbcClient jdbc, String email) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('address:' || ?, 0))")
                .param(email)
                .query((row, number) -> email)
                .list();
    }

    private boolean isFree(String email) {
        lock(jdbc, email);
        return jdbc.sql("""
                        select 1 from control.account where email = :email
                        union all select 1 from control.account_address where email = :email""").param("email", email).query(Integer.class).list().isEmpty();
    }

    /** @return false when it is somebody's already, or there are as many as there can be */
    @Transactional
    public boolean add(UUID account, String email) {
        return isFree(email) && of(account).size() < MOST && insert(account, email);
    }

    private boolean insert(UUID account, String email) {
        return jdbc.sql("insert into control.account_address (id, account_id, email, added_at) values (?, ?, ?, ?)")
                        .params(Ids.next(), account, email, Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** Links for a new password that were mailed there end. */
    @Transactional
    public boolean remove(UUID account, String email) {
        forgetResets(email);
        return jdbc.sql("delete from control.account_address where account_id = ? and email = ?")
                        .params(account, email)
                        .update()
                == 1;
    }

    private void forgetResets(String email) {
        jdbc.sql("delete from control.password_reset where email = ?")
                .param(email)
                .update();
    }

    /**
     * To an address that has just been confirmed, in place of the one before. Links for a new password that were mailed there end.
     *
     * @return false when it does not have the old address any more, or somebody else has the new one
     */
    @Transactional
    public boolean move(UUID account, String from, String to) {
        remove(account, to);
        forgetResets(from);
        return isFree(to) && jdbc.sql("""
                                update control.account set email = ?, verified = true, vouched_by = null
                                where id = ? and email = ?""").params(to, account, from).update() == 1;
    }

    /** One of its own addresses is the one to which mails go from now on; the one before stays beside it. */
    @Transactional
    public boolean makeFirst(UUID account, String before, String first) {
        if (!remove(account, first)) return false;
        var moved = jdbc.sql("update control.account set email = ? where id = ? and email = ? and verified")
                .params(first, account, before)
                .update();
        if (moved != 1) throw new IllegalStateException("the account has another address by now");
        return insert(account, before);
    }

    /**
     * Back to an address that it had, as the first; the one that took its place is gone, and others that came since.
     *
     * @return false when somebody else has it by now
     */
    @Transactional
    public boolean takeBack(UUID account, String email, Instant since) {
        jdbc.sql("delete from control.account_address where account_id = ? and (added_at >= ? or email = ?)")
                .params(account, Timestamp.from(since), email)
                .update();
        var current = jdbc.sql("select email from control.account where id = ? for update")
                .param(account)
                .query(String.class)
                .optional();
        if (current.isEmpty()) return false;
        if (current.get().equals(email)) return true;
        forgetResets(current.get());
        return isFree(email)
                && jdbc.sql("update control.account set email = ?, verified = true where id = ?")
                                .params(email, account)
                                .update()
                        == 1;
    }
}
