package org.plenary.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;

/** A person takes along what is held of them, and goes. */
class FarewellIT extends OffboardingFixture {
    private final String email = "gone-" + Ids.next() + "@person.example";
    private final String second = "second-" + Ids.next() + "@person.example";

    @Test
    void aPersonGetsWhatEachOrganizationHoldsOfThemAndAllOfItOrNothing() throws Exception {
        var registeredAt = aTenant();
        var worksFor = aTenant();
        var knownOtherwise = aTenant();
        var unknownAt = aTenant();
        var mark = furnish(registeredAt).mark();
        furnish(knownOtherwise);
        var others = furnish(worksFor).mark();
        furnish(unknownAt);
        isTheBuyer(registeredAt, email);
        isTheBuyer(knownOtherwise, second);
        var me = account(worksFor);
        jdbc.sql("alter table " + unknownAt.schema() + ".paper rename to paper_is_away")
                .update();

        ask(me);
        eventually("it has failed", () -> late() > 0);
        assertThat(page(me, "/account/data").body()).doesNotContain("/account/data/copy\"");
        jdbc.sql("alter table " + unknownAt.schema() + ".paper_is_away rename to paper")
                .update();
        eventually("it is there", () -> page(me, "/account/data").body().contains("/account/data/copy\""));

        var entries = unzip(page(me, "/account/data/copy").content());
        assertThat(entries)
                .containsOnlyKeys(
                        "README.txt",
                        "account.json",
                        "organizations/" + registeredAt.slug() + ".json",
                        "organizations/" + knownOtherwise.slug() + ".json",
                        "organizations/" + worksFor.slug() + ".json");
        assertThat(entries.get("account.json")).contains(email, "\"proof\"").doesNotContain("bcrypt");
        assertThat(entries.get("organizations/" + registeredAt.slug() + ".json"))
                .contains(email, mark);
        assertThat(entries.get("organizations/" + knownOtherwise.slug() + ".json"))
                .contains("\"by_other_addresses\"", second);
        assertThat(entries.get("organizations/" + worksFor.slug() + ".json"))
                .contains("\"role\":\"owner\"")
                .doesNotContain(others);
        assertThat(page(signedIn("/account", another(unknownAt)), "/account/data/copy")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anAccountGoesAfterSomeDaysUnlessItsOwnerStays() {
        var tenant = aTenant();
        furnish(tenant);
        isTheBuyer(tenant, second);
        var alone = aTenant();
        var me = account(tenant);
        Tenancy.runAs(alone, () -> accounts.grantOwner(id()));

        var page = page(me, "/account/deletion");
        assertThat(page.body()).contains("Hand over first", alone.name()).doesNotContain("name=\"current\"");
        another(alone);
        page = page(me, "/account/deletion");
        assertThat(me.submit(page, "/account/deletion", Map.of("current", "wrong"))
                        .status())
                .isEqualTo(422);
        var asked = me.submit(page, "/account/deletion", Map.of("current", PASSWORD));
        assertThat(asked.body()).contains("Keep my account");
        eventually(
                "it is mailed",
                () -> inbox().mails(email).stream()
                        .anyMatch(mail -> mail.text().contains("will be deleted in some days")));
        assertThat(me.submit(asked, "/account/deletion/cancellation", Map.of()).body())
                .contains("Your account stays.");

        me.submit(page(me, "/account/deletion"), "/account/deletion", Map.of("current", PASSWORD));
        jdbc.sql("update " + tenant.schema() + ".conference set starts_on = '2020-05-10', ends_on = '2020-05-12'")
                .update();
        var account = id();
        jdbc.sql("update control.account_deletion set delete_after = now() - interval '1 second' where account_id = ?")
                .param(account)
                .update();
        eventually("the account is gone", () -> count("control.account", "id", account) == 0);

        assertThat(count(tenant.schema() + ".person", "account_id", account)).isZero();
        assertThat(toBeErased(tenant)).hasSize(1).isEqualTo(withNobodyWaiting(tenant));
        assertThat(count(alone.schema() + ".person", "account_id", account)).isZero();
        assertThat(page(me, "/account").address()).isEqualTo(urls.platform("/login"));
    }

    private Browser account(Tenant tenant) {
        var account = accounts.createOwner("Grete Gone", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        jdbc.sql("insert into control.account_address (id, account_id, email, added_at) values (?, ?, ?, now())")
                .params(Ids.next(), account, second)
                .update();
        return signedIn("/account", email);
    }

    private String another(Tenant tenant) {
        var address = "other-" + Ids.next() + "@person.example";
        var account = accounts.createOwner("Otto Other", address, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        return address;
    }

    /** An order that is not confirmed yet is still needed. */
    private void isTheBuyer(Tenant tenant, String address) {
        eventually(
                "all are confirmed",
                () -> jdbc.sql("select distinct status from " + tenant.schema() + ".orders")
                        .query(String.class)
                        .list()
                        .equals(List.of("confirmed")));
        jdbc.sql("update " + tenant.schema() + ".orders set contact_email = ?")
                .param(address)
                .update();
    }

    private List<UUID> toBeErased(Tenant tenant) {
        return jdbc.sql("select order_id from " + tenant.schema() + ".erasure")
                .query(UUID.class)
                .list();
    }

    /** Who still waits for something else is still needed too: of the two orders there is one with such a delegate. */
    private List<UUID> withNobodyWaiting(Tenant tenant) {
        var schema = tenant.schema();
        return jdbc.sql("select o.id from " + schema + ".orders o where not exists (select from " + schema
                        + ".delegate d join " + schema
                        + ".waiting_entry w on w.email = d.email where d.order_id = o.id)")
                .query(UUID.class)
                .list();
    }

    private UUID id() {
        return jdbc.sql("select id from control.account where email = ?")
                .param(email)
                .query(UUID.class)
                .single();
    }

    private void ask(Browser me) {
        me.submit(page(me, "/account/data"), "/account/data", Map.of());
    }

    private Browser.View page(Browser browser, String path) {
        return browser.open(urls.platform(path).toString());
    }

    private int late() {
        return jdbc.sql("select count(*) from control.late_event where position(? in serialized_event) > 0")
                .param(id().toString())
                .query(Integer.class)
                .single();
    }

    private int count(String table, String column, UUID id) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private static Map<String, String> unzip(byte[] archive) throws IOException {
        var entries = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        return entries;
    }
}
