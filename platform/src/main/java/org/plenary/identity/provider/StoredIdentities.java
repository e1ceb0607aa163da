package org.plenary.identity.provider;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which accounts are known by whose word. */
@Component
public class StoredIdentities {
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredIdentities(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param title what people call the provider
     * @param email that the provider told last, if it told one
     * @param organization whose own provider it is; null when it is the whole platform's
     */
    public record Identity(
            UUID id,
            ProviderKind kind,
            String title,
            @Nullable String email,
            @Nullable String organization,
            Instant linkedAt,
            @Nullable Instant usedAt) {}

    /** Those of an account, with what its pages say of them. */
    public List<Identity> of(UUID account) {
        return jdbc.sql("""
                        select i.*, p.name, t.name as organization from control.external_identity i
                        left join control.sign_in_provider p on p.id = i.provider_id
                        left join control.tenant t on t.id = p.tenant_id
                        where i.account_id = ? order by i.id limit ?""")
                .params(account, MOST)
                .query((row, number) -> {
                    var kind = ProviderKind.valueOf(row.getString("kind"));
                    var used = row.getTimestamp("used_at");
                    return new Identity(
                            row.getObject("id", UUID.class),
                            kind,
                            kind.isShared() ? kind.title() : row.getString("name"),
                            row.getString("email"),
                            row.getString("organization"),
                            row.getTimestamp("linked_at").toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    Optional<Identity> of(UUID account, UUID id) {
        return of(account).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The account that this person is known as, if any. */
    Optional<UUID> accountOf(NamedPerson named) {
        return jdbc.sql("""
                        select account_id from control.external_identity
                        where provider_id is not distinct from cast(? as uuid) and issuer = ? and subject = ?""")
                .params(Arrays.asList(named.realm(), named.issuer(), named.subject()))
                .query(UUID.class)
                .optional();
    }

    /** @return false when the person is known as some account already */
    boolean add(UUID account, NamedPerson named) {
        var now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        insert into control.external_identity
                            (id, account_id, kind, provider_id, issuer, subject, email, linked_at, used_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(Arrays.asList(
                                Ids.next(),
                                account,
                                named.kind().name(),
                                named.realm(),
                                named.issuer(),
                                named.subject(),
                                named.email(),
                                now,
                                now))
                        .update()
                == 1;
    }

    void used(NamedPerson named) {
        jdbc.sql("""
                        update control.external_identity set used_at = ?, email = coalesce(?, email)
                        where provider_id is not distinct from cast(? as uuid) and issuer = ? and subject = ?""")
                .params(Arrays.asList(
                        Timestamp.from(clock.instant()), named.email(), named.realm(), named.issuer(), named.subject()))
                .update();
    }

    boolean remove(UUID account, UUID id) {
        return jdbc.sql("delete from control.external_identity where id = ? and account_id = ?")
                        .params(id, account)
                        .update()
                == 1;
    }
}
