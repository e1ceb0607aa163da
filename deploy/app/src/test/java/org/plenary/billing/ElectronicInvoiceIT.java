package org.plenary.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.dev.CardPage;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ElectronicInvoiceIT extends PlenaryIT {
    @Autowired
    private JdbcClient jdbc;

    @Test
    void aBusinessGetsItsInvoiceForItsBookkeepingTooAndWhatWasIssuedStaysAsItIs() {
        var tenant = aTenant();
        var owner = owner(tenant);
        aConference(owner);
        aFee(owner, "regular", "119.00", 10);
        publish(owner);
        var early = paidOrder(tenant, owner, "early-" + tenant.slug() + "@example.org");
        seller(tenant, "DE123456789");

        var email = "firm-" + tenant.slug() + "@example.org";
        var order = paidOrder(tenant, owner, email);
        seller(tenant, "DE999999999");

        eventually(
                "both files are mailed",
                () -> inbox().mails(email).stream()
                        .anyMatch(mail -> mail.attachments().stream()
                                .anyMatch(file -> file.name().endsWith(".xml"))));
        var xml = document(tenant, order).expect(200).body();
        assertThat(xml).contains("urn:cen.eu:en16931:2017", "DE123456789", "Society e. V.", "DE136695976");
        assertThat(xml).doesNotContain("DE999999999");
        assertThat(document(tenant, early).status())
                .as("issued before the seller had said who it is")
                .isEqualTo(404);
    }

    @Test
    void whatTheBuyerSaysOfItsOrganizationIsOnItsInvoiceAndCanBeChangedForTheNext() {
        var tenant = aTenant();
        var owner = owner(tenant);
        aConference(owner);
        aFee(owner, "regular", "119.00", 10);
        publish(owner);
        seller(tenant, "DE123456789");
        var order = anonymous(tenant)
                .post(PATH + "/orders", """
                {"contact": {"name": "Ada", "email": "po-%s@example.org", "country": "DE", "organization": "Institut für Robotik",
                    "address": {"street": "Arcisstraße 21", "postal_code": "80333", "city": "München"}, "purchase_order": "4500012345"},
                 "delegates": [{"fee": "regular", "answers": {"name": "Ada"}}]}""".formatted(tenant.slug()))
                .expect(201);
        var details = PATH + "/orders/" + order.text("/code") + "/billing-details?secret=";

        var wrong = anonymous(tenant)
                .put(details + order.text("/secret"), Map.of("address", Map.of("postal_code", "8".repeat(21))))
                .expect(422);
        assertThat(wrong.text("/errors/0/pointer")).isEqualTo("/address/postal_code");
        anonymous(tenant).put(details + "guessed", Map.of()).expect(404);
        CardPage.open(order.text("/payment/url")).pay("4242424242424242");
        eventually(
                "paid",
                () -> owner.get(PATH + "/orders/" + order.text("/code"))
                        .text("/status")
                        .equals("confirmed"));
        var changed = owner.put(
                        details,
                        Map.of(
                                "organization",
                                "Institut II",
                                "address",
                                Map.of("city", "Garching"),
                                "purchase_order",
                                "9"))
                .expect(200);

        assertThat(changed.text("/contact/address/city")).isEqualTo("Garching");
        assertThat(changed.text("/contact/organization")).isEqualTo("Institut II");
        assertThat(document(tenant, order).expect(200).body())
                .as("as it was said when it was issued")
                .contains("Institut für Robotik", "Arcisstraße 21", "80333", "München", "4500012345")
                .doesNotContain("Garching");
    }

    private Http.Answer document(Tenant tenant, Http.Answer order) {
        var there = PATH.replace("/api/v1/conferences", "/c") + "/orders/" + order.text("/code");
        var id = anonymous(tenant)
                .get(PATH + "/orders/" + order.text("/code") + "?secret=" + order.text("/secret"))
                .expect(200)
                .text("/documents/0/id");
        return anonymous(tenant).get(there + "/documents/" + id + "/xml?secret=" + order.text("/secret"));
    }

    private Http.Answer paidOrder(Tenant tenant, Http owner, String email) {
        var order = anonymous(tenant)
                .post(
                        PATH + "/orders",
                        Map.of(
                                "contact",
                                        Map.of(
                                                "name", "Ada",
                                                "email", email,
                                                "country", "DE",
                                                "vat_id", "DE136695976"),
                                "delegates", List.of(Map.of("fee", "regular", "answers", Map.of("name", "Ada")))))
                .expect(201);
        CardPage.open(order.text("/payment/url")).pay("4242424242424242");
        eventually(
                "paid",
                () -> owner.get(PATH + "/orders/" + order.text("/code"))
                        .text("/status")
                        .equals("confirmed"));
        return order;
    }

    private void seller(Tenant tenant, String vatId) {
        Tenancy.runAs(tenant, () -> jdbc.sql("""
                        insert into seller (id, details) values (1, jsonb_build_object('name', 'Society e. V.', 'street', 'Main Street 1',
                            'postcode', '80331', 'city', 'München', 'country', 'DE', 'vat_id', cast(:vat as text)))
                        on conflict (id) do update set details = excluded.details""").param("vat", vatId).update());
    }
}
