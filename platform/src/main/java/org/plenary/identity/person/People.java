package org.plenary.identity.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.account.Account;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.kernel.Ids;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of the bound tenant as they are stored. */
@Component
public class People {
    private static final String COLUMNS = "id, account_id, email, name, role, created_at";

    private final JdbcClient jdbc;
    private final StoredAccounts accounts;
    private final Clock clock;

    People(JdbcClient jdbc, StoredAccounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    public Optional<Person> ofAccount(UUID account) {
        return jdbc.sql("select " + COLUMNS + " from person where account_id = ?")
                .param(account)
                .query(People::person)
                .optional();
    }

    /** @param needsSecondFactor whether the organization wants one of people in this role */
    public record Member(Person person, boolean needsSecondFactor) {}

    /** With what the organization wants of this role, in one statement: it is read in each request of a member. */
    public Optional<Member> memberOf(UUID account) {
        return jdbc.sql("select " + COLUMNS + """
                        , exists (select 1 from control.second_factor_rule r
                                  where r.tenant_id = ? and r.role = person.role) as strict
                        from person where account_id = ?""")
                .params(Tenancy.require().id().value(), account)
                .query((row, number) -> new Member(person(row, number), row.getBoolean("strict")))
                .optional();
    }

    Optional<Person> byId(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from person where id = ?")
                .param(id)
                .query(People::person)
                .optional();
    }

    Page<Person> page(int limit, @Nullable UUID after) {
        var rows = jdbc.sql("select " + COLUMNS
                        + " from person where cast(? as uuid) is null or id > ? order by id limit ?")
                .param(after)
                .param(after)
                .param(limit + 1)
                .query(People::person)
                .list();
        return Page.of(rows, limit, person -> person.id().toString());
    }

    /** Makes the account a member in this role; one who is a member already keeps their row and gets the role. */
    public void join(Account account, Role role) {
        jdbc.sql("""
                        insert into person (id, account_id, email, name, role, created_at, version)
                        values (?, ?, ?, ?, ?, ?, 0)
                        on conflict (account_id) do update set role = excluded.role, version = person.version + 1""")
                .params(
                        Ids.next(),
                        account.id(),
                        account.email(),
                        account.name(),
                        role.name(),
                        Timestamp.from(clock.instant()))
                .update();
        accounts.join(account.id(), Tenancy.require().id().value());
    }

    public List<Person> owners() {
        return jdbc.sql("select " + COLUMNS + " from person where role = 'OWNER' order by id limit 200")
                .query(People::person)
                .list();
    }

    /** Those whose roles let them do this. */
    public List<Person> who(Permission permission) {
        var roles = Arrays.stream(Role.values())
                .filter(role -> role.permissions().contains(permission))
                .map(Role::name)
                .toArray(String[]::new);
        return jdbc.sql("select " + COLUMNS + " from person where role = any(?) order by id limit 200")
                .param((Object) roles)
                .query(People::person)
                .list();
    }

    /** @return how many owners there are, locked against changes by others until the transaction ends */
    int lockOwners() {
        return jdbc.sql("select id from person where role = 'OWNER' order by id for update")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list()
                .size();
    }

    void changeRole(Person person, Role role) {
        jdbc.sql("update person set role = ?, version = version + 1 where id = ?")
                .params(role.name(), person.id())
                .update();
    }

    void rename(UUID account, String name, String email) {
        jdbc.sql("update person set name = ?, email = ?, version = version + 1 where account_id = ?")
                .params(name, email, account)
                .update();
    }

    void remove(Person person) {
        jdbc.sql("delete from person where id = ?").param(person.id()).update();
        accounts.leave(person.accountId(), Tenancy.require().id().value());
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getTimestamp("created_at").toInstant());
    }
}
