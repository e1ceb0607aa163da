package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.DeskFixture.DESK;
import static org.plenary.registration.DeskFixture.link;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.billing.Books;
import org.plenary.dev.CardPage;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.registration.order.HoldSweeper;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class DeskPaymentsIT extends PlenaryIT {
    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private HoldSweeper sweeper;

    @Autowired
    private StockCheck stockCheck;

    private Tenant tenant;
    private Http owner;
    private DeskFixture desk;

    @BeforeEach
    void aConferenceWithADesk() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "regular", "119.00", 2);
        publish(owner);
        desk = new DeskFixture(tenant, owner.port(), accounts);
    }

    @Test
    void partsOfTheMoneyMakeTheOrderCertainWhenAllIsThere() {
        var order = order();
        var code = order.text("/code");

        var first = desk.take(code, "50", "cash", "");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body()).contains("€50.00 taken. Receipt CONF27-REC-00001.", "€69.00", "Print the receipt");
        assertThat(view(code).at("/status").asString()).isEqualTo("pending");
        var tooMuch = desk.take(code, "70", "cash", "");
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.body()).contains("This is more than is to be paid.", "#f-amount", "value=\"70\"");
        var withoutProof = desk.take(code, "69", "bank_transfer", "");
        assertThat(withoutProof.status()).isEqualTo(422);
        assertThat(withoutProof.body()).contains("#f-proof");
        assertThat(anonymous(tenant)
                        .post(PATH + "/orders/" + code + "/payment?secret=" + order.text("/secret"), "{}")
                        .expect(409)
                        .text("/type"))
                .endsWith("paid_at_desk");

        var second = desk.take(code, "69.00", "bank_transfer", "SEPA 4711");

        assertThat(second.body()).contains("Receipt CONF27-REC-00002.", "SEPA 4711", "Mona Müller", "Confirmed");
        var paid = view(code);
        assertThat(paid.at("/status").asString()).isEqualTo("confirmed");
        assertThat(paid.at("/delegates/0/ticket").asString()).hasSize(12);
        assertThat(paid.at("/documents").findValuesAsString("number"))
                .containsExactlyInAnyOrder("CONF27-INV-00001", "CONF27-REC-00001", "CONF27-REC-00002");
        assertThat(paid.at("/payments").findValuesAsString("status")).containsExactly("PAID", "PAID", "CLOSED");
        assertThat(balance("cash")).isEqualTo(5_000);
        assertThat(balance("bank")).isEqualTo(6_900);
        assertThat(received()).isEqualTo(11_900);
        assertThat(desk.take(second, code, "1", "cash", "").status()).isEqualTo(422);
        var receipt = desk.open(link(second, "/receipts/[0-9a-f-]{36}"));
        assertThat(receipt.headers().firstValue("Content-Type").orElse("")).startsWith("application/pdf");
        assertThat(desk.open(DESK + "/orders/" + code + "/ticket").body()).startsWith("%PDF");
        eventually(
                "the ticket is mailed",
                () -> inbox().mails("ada@example.org").stream()
                        .anyMatch(mail -> mail.subject().contains(code)
                                && mail.attachments().size() == 5));
    }

    @Test
    void aFormThatIsSentManyTimesTakesTheMoneyOnce() throws Exception {
        var code = order().text("/code");
        var page = desk.order(code);
        var calls = new ArrayList<Callable<Browser.View>>();
        for (var i = 0; i < 6; i++) calls.add(() -> desk.take(page, code, "119", "cash", ""));

        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var answer : threads.invokeAll(calls))
                assertThat(answer.get().body()).contains("CONF27-REC-00001").doesNotContain("CONF27-REC-00002");
        }

        assertThat(balance("cash")).isEqualTo(11_900);
        assertThat(view(code).at("/documents").findValuesAsString("kind"))
                .containsExactlyInAnyOrder("INVOICE", "RECEIPT");
    }

    @Test
    void aWrongEntryIsVoidAndTheRightOneTakesItsPlace() {
        var code = order().text("/code");
        var taken = desk.take(code, "119", "cash", "");
        var question = desk.open(link(taken, "/cancellation"));
        var address = question.address().getPath();
        assertThat(desk.submit(question, address, Map.of("reason", " ")).status())
                .isEqualTo(422);

        var voided = desk.submit(question, address, Map.of("reason", "It was the other order"));

        assertThat(voided.body())
                .contains("Receipt CONF27-REC-00001 is void.", "It was the other order", "but €119.00 are not paid");
        assertThat(balance("cash")).isZero();
        assertThat(view(code).at("/documents").findValuesAsString("kind")).containsExactly("INVOICE");
        assertThat(desk.submit(question, address, Map.of("reason", "again")).body())
                .contains("This receipt is void already.");
        assertThat(desk.take(code, "119", "card_terminal", "T-99").body()).contains("CONF27-REC-00002");
        assertThat(desk.order(code).body()).doesNotContain("are not paid");
        assertThat(balance("card_terminal")).isEqualTo(11_900);
        assertThat(balance(null)).isZero();

        var report = desk.open(DESK + "/takings");
        assertThat(report.body()).contains("Mona Müller", "-€119.00", "T-99", "CONF27-REC-00002");
        var csv = desk.open(DESK + "/takings.csv").body();
        assertThat(csv.lines()).hasSize(4);
        assertThat(csv).contains("\"void\",\"cash\"", "\"-119.00\",\"EUR\"");
        assertThat(desk.open(DESK + "/takings?day=2020-01-01").body()).contains("Nothing on this day");
        assertThat(desk.open(DESK + "/takings?lang=zh-CN").body()).contains("当日收款");
    }

    @Test
    void aCardThatPaysWhatTheDeskHasTakenGoesBack() {
        var order = order();
        var code = order.text("/code");
        // as if Stripe could not be asked to close the page
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE payment SET status = 'CLOSED', closing = true")
                        .update());
        desk.take(code, "119", "cash", "");

        assertThat(CardPage.open(order.text("/payment/url")).pay("4242424242424242"))
                .isEqualTo(303);

        eventually("the card's money is back", () -> returned() == 11_900);
        assertThat(balance("cash")).isEqualTo(11_900);
        assertThat(view(code).at("/status").asString()).isEqualTo("confirmed");
        assertThat(view(code).at("/refunded/amount").asString()).isEqualTo("0.00");
        assertThat(desk.order(code).body()).doesNotContain("To be handed back");
    }

    @Test
    void whatACardHasJustPaidIsNotTakenAgain() {
        var order = order();
        var code = order.text("/code");
        var page = desk.order(code);
        CardPage.open(order.text("/payment/url")).pay("4242424242424242");

        assertThat(desk.take(page, code, "119", "cash", "").status()).isEqualTo(422);

        eventually("confirmed", () -> view(code).at("/status").asString().equals("confirmed"));
        assertThat(balance("cash")).isZero();
    }

    @Test
    void aCancelledOrderIsHandedBackTheWayItWasPaid() {
        var code = order().text("/code");
        desk.take(code, "19", "card_terminal", "T-1");
        desk.take(code, "100", "cash", "");
        owner.post(PATH + "/orders/" + code + "/cancellation", "{}").expect(200);
        eventually("owed", () -> desk.order(code).body().contains("/returns/"));
        assertThat(desk.open(DESK).body()).contains("To be handed back", "€100.00", "€19.00");
        assertThat(view(code).at("/status").asString()).isEqualTo("cancelled");

        var page = desk.order(code);
        var first = link(page, "/returns/[0-9a-f-]{36}");
        assertThat(desk.submit(page, first, Map.of()).body()).contains("Handed out by Mona Müller");
        assertThat(desk.submit(page, first, Map.of()).status()).isEqualTo(200);
        var rest = desk.order(code);
        desk.submit(rest, link(rest, "/returns/[0-9a-f-]{36}"), Map.of());

        eventually(
                "refunded",
                () -> view(code).at("/status").asString().equals("refunded")
                        && view(code).at("/refunded/amount").asString().equals("119.00"));
        assertThat(balance("cash")).isZero();
        assertThat(balance("card_terminal")).isZero();
        assertThat(returned()).isEqualTo(11_900);
        assertThat(desk.open(DESK).body()).doesNotContain("To be handed back");
    }

    @Test
    void anOrderPaidInPartKeepsItsPlacesAndGivesThePartBackWhenItEnds() {
        var code = order().text("/code");
        desk.take(code, "50", "cash", "");
        Tenancy.runAs(tenant, sweeper::sweep);
        assertThat(view(code).at("/status").asString()).isEqualTo("pending");

        owner.post(PATH + "/orders/" + code + "/cancellation", "{}").expect(200);

        eventually("owed", () -> desk.order(code).body().contains("/returns/"));
        assertThat(desk.take(code, "69", "cash", "").status()).isEqualTo(422);
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
    }

    @Test
    void anExpiredOrderIsPaidWholeOrNotAtAllAndGetsItsPlacesAgain() {
        var code = order().text("/code");
        expire(code);
        var part = desk.take(code, "50", "cash", "");
        assertThat(part.status()).isEqualTo(422);
        assertThat(part.body()).contains("paid whole or not at all");

        assertThat(desk.take(code, "119", "cash", "").body()).contains("Confirmed");

        var late = order().text("/code");
        expire(late);
        var others = order().text("/code");
        var gone = desk.take(late, "119", "cash", "");
        assertThat(gone.status()).isEqualTo(422);
        assertThat(gone.body()).contains("The places of this order were given to others.");
        assertThat(view(others).at("/status").asString()).isEqualTo("pending");
        assertThat(balance("cash")).isEqualTo(11_900);
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
    }

    @Test
    void aReceiptIsShownAtItsOwnOrderOnly() {
        var one = order().text("/code");
        var other = order().text("/code");
        var receipt = link(desk.take(one, "119", "cash", ""), "/receipts/[0-9a-f-]{36}");

        assertThat(desk.open(receipt.replace(one, other)).status()).isEqualTo(404);
        assertThat(desk.open(DESK + "?q=" + one).body()).contains("CONF27-REC-00001");
        var both = desk.open(DESK + "?q=lovelace").body();
        assertThat(both).contains(one, other);
        assertThat(desk.open(DESK + "?q=nobody-of-this-name").body()).contains("Nobody found");
    }

    private void expire(String code) {
        owner.get(PATH + "/orders/" + code).expect(200);
        Tenancy.runAs(tenant, () -> {
            jdbc.sql("UPDATE orders SET expires_at = created_at WHERE code = ?")
                    .param(code)
                    .update();
            sweeper.sweep();
        });
        assertThat(view(code).at("/status").asString()).isEqualTo("expired");
    }

    private Http.Answer order() {
        return anonymous(tenant)
                .post(PATH + "/orders", cart("regular", Map.of("name", "Ada Lovelace")))
                .expect(201);
    }

    private JsonNode view(String code) {
        return owner.get(PATH + "/orders/" + code).expect(200).json();
    }

    /** Debits less credits, in minor units. @param account null for all */
    private long balance(String account) {
        return Tenancy.callAs(tenant, () -> Books.balance(jdbc, account));
    }

    private long received() {
        return Tenancy.callAs(tenant, () -> Books.received(jdbc));
    }

    private long returned() {
        return Tenancy.callAs(tenant, () -> Books.returned(jdbc));
    }
}
