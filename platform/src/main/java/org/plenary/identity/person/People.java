package org.plenary.identity.person;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.account.Account;
import org.plenary.identity.account.GoneAccounts;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.kernel.Ids;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of the bound tenant as they are stored; each is read with all their roles at once. */
@Component
public class People {
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final StoredAccounts accounts;
    private final Grants grants;
    private final GoneAccounts gone;
    private final Clock clock;

    People(JdbcClient jdbc, StoredAccounts accounts, Grants grants, GoneAccounts gone, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.grants = grants;
        this.gone = gone;
        this.clock = clock;
    }

    /** The day by which roles end. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Tenancy.require().timeZone());
    }

    public Optional<Person> ofAccount(UUID account) {
        return one("p.account_id = ?", account);
    }

    Optional<Person> byId(UUID id) {
        return one("p.id = ?", id);
    }

    private Optional<Person> one(String condition, UUID value) {
        var found = PersonRows.read(
                jdbc.sql(PersonRows.select("person") + "where " + condition).param(value));
        return found.stream().findFirst();
    }

    Page<Person> page(int limit, @Nullable UUID after) {
        var some = "(select * from person where cast(? as uuid) is null or id > ? order by id limit ?)";
        var rows = PersonRows.read(jdbc.sql(PersonRows.select(some) + "order by p.id")
                .param(after)
                .param(after)
                .param(limit + 1));
        return Page.of(rows, limit, person -> person.id().toString());
    }

    /** Those of a partner organization. */
    List<Person> ofPartner(UUID partner) {
        return PersonRows.read(jdbc.sql(PersonRows.select("person") + """
                        where p.id in (select person_id from person_role where partner_id = ? order by person_id limit ?)
                        order by p.id""").params(partner, MOST));
    }

    /** Those with a role in one conference that neither a partner organization nor a body has given them. */
    List<Person> ofConference(UUID conference) {
        return PersonRows.read(jdbc.sql(PersonRows.select("person") + """
                        where p.id in (select person_id from person_role
                            where conference_id = ? and partner_id is null and seat_id is null order by person_id limit ?)
                        order by p.id""").params(conference, MOST));
    }

    /**
     * Makes the account a member in this role for the whole organization; for one who is a member already the role takes the place of
     * those for the whole organization.
     */
    public void join(Account account, Role role) {
        var id = enter(account);
        grants.replace(id, role);
    }

    /** Everybody belongs to the tenant again; who has another account of the same address by now belongs by that one. */
    public void rejoin() {
        var tenant = Tenancy.require().id().value();
        var all = jdbc.sql("select id, account_id, email, name from person order by id")
                .query((row, number) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        row.getString("email"),
                        row.getString("name")))
                .list();
        for (var person : all) {
            var account = gone.remember(person.accountId(), person.name(), person.email(), tenant);
            if (!account.equals(person.accountId()))
                jdbc.sql("update person set account_id = ?, version = version + 1 where id = ?")
                        .params(account, person.id())
                        .update();
            accounts.join(account, tenant);
        }
    }

    private record Kept(UUID id, UUID accountId, String email, String name) {}

    /** The row of the account, made where there is none yet. It needs a role in the same transaction. */
    UUID enter(Account account) {
        accounts.join(account.id(), Tenancy.require().id().value());
        var before = ofAccount(account.id()).map(Person::id);
        before.ifPresent(grants::adopt);
        return before.orElseGet(() -> insert(account));
    }

    private UUID insert(Account account) {
        return jdbc.sql("""
                        insert into person (id, account_id, email, name, role, created_at, version)
                        values (?, ?, ?, ?, ?, ?, 0)
                        on conflict (account_id) do update set version = person.version + 1 returning id""")
                .params(
                        Ids.next(),
                        account.id(),
                        account.email(),
                        account.name(),
                        Role.HOTEL_CONTACT.name(),
                        Timestamp.from(clock.instant()))
                .query(UUID.class)
                .single();
    }

    public List<Person> owners() {
        return whoIs(null, Role.OWNER.name());
    }

    /** Those whose roles for the whole organization let them do this. */
    public List<Person> who(Permission permission) {
        return whoIs(null, rolesWith(permission));
    }

    /** Those whose roles let them do this in one conference. */
    public List<Person> who(Permission permission, UUID conference) {
        return whoIs(conference, rolesWith(permission));
    }

    private static String[] rolesWith(Permission permission) {
        return Arrays.stream(Role.values())
                .filter(role -> role.permissions().contains(permission))
                .map(Role::name)
                .toArray(String[]::new);
    }

    private List<Person> whoIs(@Nullable UUID conference, String... roles) {
        return PersonRows.read(jdbc.sql(PersonRows.select("person") + """
                        where p.id in (select distinct q.id from person q left join person_role g on g.person_id = q.id
                            where coalesce(g.role, q.role) = any(?)
                                and (g.conference_id is null or g.conference_id = cast(? as uuid))
                                and (g.ends_on is null or g.ends_on >= ?) order by q.id limit ?)
                        order by p.id""")
                .param((Object) roles)
                .param(conference)
                .param(today())
                .param(MOST));
    }

    /** @return the owners without an end, locked against changes by others until the transaction ends */
    List<UUID> lockOwners() {
        return jdbc.sql("""
                        select p.id from person p left join person_role r on r.person_id = p.id
                        where coalesce(r.role, p.role) = 'OWNER' and r.ends_on is null order by p.id for update of p""")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Whether nobody else is an owner without an end. */
    public boolean isOnlyOwner(UUID account) {
        var owners = jdbc.sql("""
                        select distinct p.account_id from person p left join person_role r on r.person_id = p.id
                        where coalesce(r.role, p.role) = 'OWNER' and r.ends_on is null""")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        return owners.equals(List.of(account));
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
}
