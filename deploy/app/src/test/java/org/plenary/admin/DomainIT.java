package org.plenary.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.registration.RegistrationFixture;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DomainIT extends PlenaryIT {
    private static final String PASSWORD = "correct horse battery staple";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    @Autowired
    private JdbcClient jdbc;

    private final NameServer dns = NameServer.ours();
    private final String domain = "conf-" + Ids.reference(8).toLowerCase(Locale.ROOT) + ".example.org";
    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void anOrganizationWithAConference() {
        tenant = aTenant();
        owner = owner(tenant);
        RegistrationFixture.aConference(owner);
        RegistrationFixture.aFee(owner, "regular", "0.00", 10);
        RegistrationFixture.publish(owner);
    }

    @AfterEach
    void itSpeaksAgain() {
        dns.silence(false);
    }

    private Http.Answer claim(Http by) {
        return by.put("/api/v1/domain", Map.of("name", domain));
    }

    private void prove(Http by) {
        var claim = claim(by).expect(200);
        dns.put(claim.text("/txt_name"), claim.text("/txt_value"));
        by.post("/api/v1/domain/proof", Map.of()).expect(200);
    }

    private Browser.View open(String path) {
        return new Browser().open(urls.platform(path).toString().replace("localhost", domain));
    }

    private int certificate() {
        return platform().get("/domains/certificate?domain=" + domain).status();
    }

    @Test
    void aDomainShowsThePublicPagesOnlyAfterItsDnsSaysWhoseItIs() {
        assertThat(open("/c/conf27").status()).isEqualTo(404);
        assertThat(claim(owner).expect(200).text("/txt_name")).isEqualTo("_plenary." + domain);
        assertThat(owner.post("/api/v1/domain/proof", Map.of()).expect(409).text("/code"))
                .isEqualTo("domain_not_proved");
        assertThat(open("/c/conf27").status()).isEqualTo(404);
        assertThat(certificate()).isEqualTo(404);

        prove(owner);

        assertThat(open("/c/conf27").status()).isEqualTo(200);
        assertThat(certificate()).isEqualTo(200);
        assertThat(owner.get("/api/v1/tenant").expect(200).text("/custom_domains/0"))
                .isEqualTo(domain);
        owner.patch("/api/v1/tenant", Map.of("custom_domains", java.util.List.of(domain)))
                .expect(200);
        var order = anonymous(tenant)
                .post(RegistrationFixture.PATH + "/orders", RegistrationFixture.cart("regular", Map.of("name", "Ada")))
                .expect(201);
        assertThat(order.text("/code")).isNotEmpty();
    }

    @Test
    void nobodySignsInOnTheDomainButBelowThePlatformsHost() {
        prove(owner);
        var email = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Olga Owner", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var browser = new Browser();

        var form =
                browser.open(urls.platform("/manage/domain?lang=en").toString().replace("localhost", domain));
        assertThat(form.address().getHost()).isEqualTo("localhost");
        var page = browser.submit(form, "/login", Map.of("email", email, "password", PASSWORD));

        assertThat(page.address().getHost()).isEqualTo(tenant.slug() + ".localhost");
        assertThat(page.body()).contains(domain, "In use");
        assertThat(browser.open(urls.platform("/manage").toString().replace("localhost", domain))
                        .address()
                        .getHost())
                .isEqualTo(tenant.slug() + ".localhost");
    }

    @Test
    void aDomainIsTheirsWhoProvesItFirstAndNobodyElses() {
        var other = owner(aTenant());
        var theirs = claim(other).expect(200);
        prove(owner);

        dns.put(theirs.text("/txt_name"), theirs.text("/txt_value"));
        assertThat(other.post("/api/v1/domain/proof", Map.of()).expect(409).text("/code"))
                .isEqualTo("domain_taken");

        assertThat(open("/c/conf27").status()).isEqualTo(200);
        owner.delete("/api/v1/domain").expect(204);
        assertThat(open("/c/conf27").status()).isEqualTo(404);
        other.post("/api/v1/domain/proof", Map.of()).expect(200);
    }

    @Test
    void whatIsNoDomainOrThePlatformsOwnIsRefused() {
        for (var wrong : new String[] {"", "localhost", "127.0.0.1", "a..b", "x.localhost", "-a.org", "a\"; drop.org"})
            assertThat(owner.put("/api/v1/domain", Map.of("name", wrong))
                            .expect(422)
                            .text("/errors/0/pointer"))
                    .as(wrong)
                    .isEqualTo("/name");
        assertThat(owner.put("/api/v1/domain", Map.of("name", "https://Tagung.BÜCHER.example/"))
                        .expect(200)
                        .text("/name"))
                .isEqualTo("tagung.xn--bcher-kva.example");
    }

    @Test
    void aDomainWhoseRecordIsGoneForDaysIsGivenUpAndItsOwnersAreToldTwice() {
        prove(owner);
        var email = "owner-" + Ids.reference(8).toLowerCase(Locale.ROOT) + "@example.org";
        var account = accounts.createOwner("Olga Owner", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));

        dns.silence(true);
        eventuallyChecked();
        assertThat(missingSince()).as("a DNS that does not answer says nothing").isNull();

        dns.silence(false);
        dns.remove("_plenary." + domain);
        eventually("missed", () -> missingSince() != null);
        assertThat(open("/c/conf27").status()).isEqualTo(200);
        eventually(
                "told",
                () -> inbox().mails(email).stream()
                        .anyMatch(mail -> mail.subject().equals("The record of " + domain + " is gone")));

        jdbc.sql(
                        "update control.domain_claim set missing_since = missing_since - interval '4 days' where tenant_id = ?")
                .param(tenant.id().value())
                .update();
        eventually("out of use", () -> open("/c/conf27").status() == 404);
        eventually(
                "told again",
                () -> inbox().mails(email).stream()
                        .anyMatch(mail -> mail.subject().equals(domain + " is out of use")));
        assertThat(owner.get("/api/v1/audit?action=domain.lost")
                        .expect(200)
                        .json()
                        .at("/items"))
                .hasSize(1);
    }

    private void eventuallyChecked() {
        var before = java.time.Instant.now().plusMillis(1200);
        eventually("some checks went by", () -> java.time.Instant.now().isAfter(before));
    }

    private String missingSince() {
        return jdbc.sql("select missing_since::text from control.domain_claim where tenant_id = ?")
                .param(tenant.id().value())
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
