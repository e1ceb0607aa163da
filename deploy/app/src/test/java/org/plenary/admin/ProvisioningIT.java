package org.plenary.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantSchemas;
import org.plenary.tenancy.TenantStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

class ProvisioningIT extends PlenaryIT {
    @Autowired
    private TenantDirectory directory;

    @Autowired
    private TenantSchemas schemas;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aSpareIsClaimedWhereThereIsOne() {
        schemas.keepSpares(1);

        var slug = signUp();

        assertThat(directory.bySlug(slug).orElseThrow().status()).isEqualTo(TenantStatus.ACTIVE);
    }

    @Test
    void withoutASpareTheScriptMakesTheSchema() {
        jdbc.sql("delete from control.spare_schema").update();

        var slug = signUp();

        var tenant = directory.bySlug(slug).orElseThrow();
        assertThat(tenant.schemaVersion()).isNotNull();
        owner(tenant).get("/api/v1/conferences").expect(200);
    }

    @Test
    void provisioningTwiceDoesNoHarm() {
        var slug = signUp();
        var tenant = directory.bySlug(slug).orElseThrow();
        var signup = jdbc.sql("select id from control.signup where tenant_id = ?")
                .param(tenant.id().value())
                .query(UUID.class)
                .single();

        jdbc.sql("update control.signup set status = 'PROVISIONING', step = 'VERIFIED' where id = ?")
                .param(signup)
                .update();
        transactions.executeWithoutResult(status -> events.publishEvent(new SignupVerified(signup)));

        eventually(
                "it is ready again",
                () -> Signing.status(platform(), signup.toString()).equals("ready"));
        assertThat(directory.bySlug(slug).orElseThrow().status()).isEqualTo(TenantStatus.ACTIVE);
    }

    private static String signUp() {
        var slug = Signing.newSlug();
        var id = platform()
                .post("/api/v1/signups", Signing.body(slug))
                .expect(202)
                .text("/id");
        eventually("the code is mailed", () -> !Signing.code(inbox(), slug).isEmpty());
        platform()
                .post("/api/v1/signups/" + id + "/verify", Map.of("code", Signing.code(inbox(), slug)))
                .expect(200);
        eventually("it is ready", () -> Signing.status(platform(), id).equals("ready"));
        return slug;
    }
}
