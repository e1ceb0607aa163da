package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.embedded.Inbox;
import org.plenary.kernel.Ids;
import org.plenary.payments.CreditorReference;
import org.plenary.registration.order.HoldSweeper;
import org.plenary.registration.order.TransferReminders;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class TransferIT extends PlenaryIT {
    static final String WAYS = """
            {"card": true, "bank_transfer": true, "days": 10, "account": {"holder": "Society of Looms",
             "iban": "de89 3704 0044 0532 0130 00", "bic": "COBADEFFXXX", "bank": "Commerzbank"}}""";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransferReminders reminders;

    @Autowired
    private HoldSweeper sweeper;

    private final String email = "ada-" + Ids.reference(8) + "@example.org";
    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void aConferenceThatIsPaid() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "regular", "119.00", 2);
        publish(owner);
    }

    @Test
    void theOrganizerSaysWhereTheMoneyGoes() {
        var wrong =
                owner.put(PATH + "/payment-ways", WAYS.replace("de89", "de88")).expect(422);
        assertThat(wrong.text("/errors/0/pointer")).isEqualTo("/account/iban");
        assertThat(wrong.text("/errors/0/code")).isEqualTo("iban");
        assertThat(owner.put(PATH + "/payment-ways", "{\"card\": false}")
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/card");
        assertThat(owner.put(PATH + "/payment-ways", "{\"bank_transfer\": true}")
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/account/holder");

        var kept = owner.put(PATH + "/payment-ways", WAYS).expect(200);
        assertThat(kept.text("/account/iban")).isEqualTo("DE89370400440532013000");
        assertThat(owner.get(PATH + "/payment-ways")
                        .expect(200)
                        .json()
                        .at("/days")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void aTransferIsChosenOnlyWhereItIsOffered() {
        var refused = anonymous(tenant)
                .post(PATH + "/orders", wished("bank_transfer"))
                .expect(422);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/pay_by");
        assertThat(owner.get(PATH + "/orders").expect(200).json().at("/items")).isEmpty();

        var order = anonymous(tenant).post(PATH + "/orders", wished(null)).expect(201);
        assertThat(order.text("/payment/url")).isNotEmpty();
        anonymous(tenant).post(transferOf(order), "{}").expect(409);
        anonymous(tenant).get(transferOf(order)).expect(404);
    }

    @Test
    void anOrderWaitsForItsTransferAndTellsWhereItGoes() {
        owner.put(PATH + "/payment-ways", WAYS).expect(200);
        var order = anonymous(tenant)
                .post(PATH + "/orders", wished("bank_transfer"))
                .expect(201);
        var reference = CreditorReference.of(order.text("/code"));

        assertThat(order.json().at("/payment").isNull()).isTrue();
        assertThat(order.text("/status")).isEqualTo("pending");
        assertThat(Instant.parse(order.text("/expires_at")))
                .isAfter(Instant.now().plus(Duration.ofDays(9)));
        var transfer = anonymous(tenant).get(transferOf(order)).expect(200);
        assertThat(transfer.text("/reference")).isEqualTo(reference);
        assertThat(transfer.text("/amount/amount")).isEqualTo("119.00");
        assertThat(transfer.text("/qr_text"))
                .isEqualTo("BCD\n002\n1\nSCT\nCOBADEFFXXX\nSociety of Looms\nDE89370400440532013000\nEUR119.00\n\n"
                        + reference);
        var page = anonymous(tenant)
                .get("/c/conf27/orders/" + order.text("/code") + "?lang=en&secret=" + order.text("/secret"))
                .expect(200);
        assertThat(page.body())
                .contains("DE89 3704 0044 0532 0130 00", CreditorReference.printed(reference), "data:image/png");
        var mail = mail("Bank details");
        assertThat(mail.text())
                .contains("DE89 3704 0044 0532 0130 00", CreditorReference.printed(reference), "€119.00");
        assertThat(mail.attachments()).extracting(Inbox.Attachment::type).contains("image/png");
        assertThat(anonymous(tenant)
                        .post(
                                PATH + "/orders/" + order.text("/code") + "/payment?secret=" + order.text("/secret"),
                                "{}")
                        .expect(200)
                        .text("/url"))
                .isNotEmpty();
    }

    @Test
    void whoHasNotPaidIsRemindedOnceAndThenLosesThePlaces() {
        owner.put(PATH + "/payment-ways", WAYS.replace("\"card\": true", "\"card\": false"))
                .expect(200);
        var order = anonymous(tenant).post(PATH + "/orders", wished(null)).expect(201);
        assertThat(order.json().at("/payment").isNull()).isTrue();
        anonymous(tenant)
                .post(PATH + "/orders/" + order.text("/code") + "/payment?secret=" + order.text("/secret"), "{}")
                .expect(409);

        Tenancy.runAs(tenant, () -> {
            assertThat(reminders.remind()).isZero();
            jdbc.sql("update order_transfer set chosen_at = chosen_at - interval '8 days', due_on = due_on - 8")
                    .update();
            assertThat(reminders.remind()).isOne();
            assertThat(reminders.remind()).isZero();
        });
        assertThat(mail("Please pay").text()).contains("not received");

        Tenancy.runAs(tenant, () -> {
            jdbc.sql("update orders set expires_at = now() - interval '1 minute'")
                    .update();
            assertThat(sweeper.sweep()).isOne();
        });
        assertThat(owner.get(PATH + "/orders/" + order.text("/code"))
                        .expect(200)
                        .text("/status"))
                .isEqualTo("expired");
        anonymous(tenant).get(transferOf(order)).expect(404);
    }

    private Map<String, Object> wished(String payBy) {
        var cart = new LinkedHashMap<>(cart("regular", Map.of("name", "Ada Lovelace")));
        cart.put("contact", Map.of("name", "Ada Lovelace", "email", email, "country", "GB"));
        if (payBy != null) cart.put("pay_by", payBy);
        return cart;
    }

    private static String transferOf(Http.Answer order) {
        return PATH + "/orders/" + order.text("/code") + "/transfer?secret=" + order.text("/secret");
    }

    private Inbox.Mail mail(String subject) {
        eventually("a mail: " + subject, () -> !mails(subject).isEmpty());
        return mails(subject).getFirst();
    }

    private List<Inbox.Mail> mails(String subject) {
        return inbox().mails(email).stream()
                .filter(mail -> mail.subject().contains(subject))
                .toList();
    }
}
