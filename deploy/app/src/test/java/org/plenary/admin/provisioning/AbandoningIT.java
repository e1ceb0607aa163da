package org.plenary.admin.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.admin.signup.Signups;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.TenantDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class AbandoningIT extends PlenaryIT {
    @Autowired
    private Abandoning abandoning;

    @Autowired
    private TenantDirectory directory;

    @Autowired
    private Signups signups;

    @Autowired
    private JdbcClient jdbc;

    private final String slug = "s" + Ids.reference(10).toLowerCase(Locale.ROOT);
    private final UUID signup = Ids.next();

    @Test
    void whatCouldNotBeMadeAndNobodyTriedAgainGivesItsAddressFree() {
        leave("FAILED");

        abandoning.run();

        assertThat(signups.find(signup)).isEmpty();
        assertThat(directory.isTaken(slug)).isFalse();
        assertThat(schemas()).isZero();
    }

    @Test
    void whatTheOperatorHasTriedAgainIsKept() {
        leave("PROVISIONING");

        abandoning.run();

        assertThat(signups.find(signup)).isPresent();
        assertThat(directory.isTaken(slug)).isTrue();
        assertThat(schemas()).isOne();
    }

    private int schemas() {
        return jdbc.sql("select count(*) from pg_namespace where nspname = ?")
                .param("t_" + slug)
                .query(Integer.class)
                .single();
    }

    /** A tenant that stopped in the middle of being made two months ago. */
    private void leave(String status) {
        var tenant = Ids.next();
        jdbc.sql("create schema t_" + slug).update();
        jdbc.sql("""
                insert into control.tenant (id, slug, schema_name, name, country, locale, time_zone, status, plan, branding, created_at)
                values (?, ?, ?, 'Half made', 'CN', 'en', 'UTC', 'PROVISIONING', 'free', '{}', now() - interval '60 days')""").params(tenant, slug, "t_" + slug).update();
        jdbc.sql("""
                insert into control.signup (id, status, step, slug, name, country, locale, time_zone, plan, owner_name, owner_email,
                    secret_hash, code_key, codes_sent, wrong_codes, failures, tenant_id, created_at, verified_at, expires_at)
                select ?, ?, 'VERIFIED', slug, name, country, locale, time_zone, plan, 'Li Na', 'li@' || slug || '.example',
                    '', '', 1, 0, 5, id, created_at, created_at, created_at from control.tenant where id = ?""").params(signup, status, tenant).update();
    }
}
