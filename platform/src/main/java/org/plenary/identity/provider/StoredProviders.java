package org.plenary.identity.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organizations' entries as they are stored; every statement names the schema, so that a tenant may be bound. */
@Component
class StoredProviders {
    static final int MOST = 12;

    private final JdbcClient jdbc;

    StoredProviders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Provider> byId(UUID id) {
        return jdbc.sql("select * from control.sign_in_provider where id = ?")
                .param(id)
                .query(StoredProviders::provider)
                .optional();
    }

    /** Those of an organization, shared ones first. */
    List<Provider> of(UUID tenant) {
        return jdbc.sql("""
                        select * from control.sign_in_provider where tenant_id = ? order by kind = 'OWN', kind, id limit ?""")
                .params(tenant, MOST)
                .query(StoredProviders::provider)
                .list();
    }

    /** Organizations' own that are offered where the account belongs. */
    List<Provider> ownOf(UUID account) {
        return jdbc.sql("""
                        select p.* from control.sign_in_provider p
                        join control.account_tenant m on m.tenant_id = p.tenant_id
                        where m.account_id = ? and p.kind = 'OWN' and p.active order by p.id limit ?""")
                .params(account, MOST)
                .query(StoredProviders::provider)
                .list();
    }

    void insert(Provider provider) {
        jdbc.sql("""
                        insert into control.sign_in_provider
                            (id, tenant_id, kind, name, issuer, client_id, sealed_secret, domains, active, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0) on conflict do nothing""")
                .params(Arrays.asList(
                        provider.id(),
                        provider.tenant(),
                        provider.kind().name(),
                        provider.name(),
                        provider.issuer(),
                        provider.clientId(),
                        provider.sealedSecret(),
                        String.join(" ", provider.domains()),
                        provider.active()))
                .update();
    }

    /** @return false when somebody else has changed it since it was read */
    boolean update(Provider provider) {
        return jdbc.sql("""
                        update control.sign_in_provider
                        set name = ?, issuer = ?, client_id = ?, sealed_secret = ?, domains = ?, active = ?,
                            version = version + 1
                        where id = ? and version = ?""")
                        .params(Arrays.asList(
                                provider.name(),
                                provider.issuer(),
                                provider.clientId(),
                                provider.sealedSecret(),
                                String.join(" ", provider.domains()),
                                provider.active(),
                                provider.id(),
                                provider.version()))
                        .update()
                == 1;
    }

    /** With the identities that it has vouched for, and whoever is signed in by them. */
    void delete(UUID id) {
        jdbc.sql("delete from control.sign_in_provider where id = ?").param(id).update();
    }

    boolean isProvidersOnly(UUID tenant) {
        return jdbc.sql("select 1 from control.sign_in_policy where tenant_id = ? and providers_only")
                .param(tenant)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void setProvidersOnly(UUID tenant, boolean only) {
        jdbc.sql("""
                        insert into control.sign_in_policy (tenant_id, providers_only) values (?, ?)
                        on conflict (tenant_id) do update set providers_only = excluded.providers_only""").params(tenant, only).update();
    }

    private static Provider provider(ResultSet row, int number) throws SQLException {
        return new Provider(
                row.getObject("id", UUID.class),
                row.getObject("tenant_id", UUID.class),
                ProviderKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("issuer"),
                row.getString("client_id"),
                row.getString("sealed_secret"),
                Arrays.stream(row.getString("domains").split(" "))
                        .filter(each -> !each.isEmpty())
                        .toList(),
                row.getBoolean("active"),
                row.getLong("version"));
    }
}
