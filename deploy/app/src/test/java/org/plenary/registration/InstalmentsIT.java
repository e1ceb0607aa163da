package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.cart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.dev.CardPage;
import org.plenary.embedded.Inbox;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.payments.PaymentReceived;
import org.plenary.registration.order.DueReminders;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** Orders that are paid in parts: the first makes them certain, the rest stays open. */
class InstalmentsIT extends PaidOrderIT {
    private static final String WAYS = """
            {"card": true, "bank_transfer": true, "account": {"holder": "Society of Looms",
             "iban": "DE89370400440532013000"}, "instalments": [
             {"percent": 30, "due": "order"}, {"percent": 70, "due": "2027-03-01"}]}""";

    @Autowired
    private Accounts accounts;

    @Autowired
    private DueReminders reminders;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private ApplicationEventPublisher events;

    @BeforeEach
    void aConferenceThatIsPaidInParts() {
        owner.put(PATH + "/payment-ways", WAYS).expect(200);
    }

    @Test
    void theOrganizerSetsPartsThatAreAHundredPercentAndWhatIsNotNamedStays() {
        wrong("{\"card\": true, \"instalments\": [{\"percent\": 30, \"due\": \"order\"}]}", "/instalments");
        wrong(WAYS.replace("\"order\"", "\"2027-01-01\""), "/instalments/0/due");
        wrong(WAYS.replace("2027-03-01", "2027-05-10"), "/instalments/1/due");
        wrong(WAYS.replace("2027-03-01", "soon"), "/instalments/1/due");
        wrong("{\"card\": true, \"release_after_days\": 91}", "/release_after_days");

        owner.put(PATH + "/payment-ways", "{\"card\": true, \"release_after_days\": 20, \"invoice\": true}")
                .expect(200);
        var kept = owner.put(PATH + "/payment-ways", "{\"card\": true, \"release_after_days\": 0}")
                .expect(200)
                .json();

        assertThat(kept.at("/release_after_days").isNull()).isTrue();
        assertThat(kept.at("/invoice").asBoolean()).isTrue();
        assertThat(kept.at("/invoice_days").asInt()).isEqualTo(30);
        assertThat(kept.at("/instalments/1/due").asString()).isEqualTo("2027-03-01");
        assertThat(owner.get(PATH + "/payment-ways").expect(200).json()).isEqualTo(kept);
    }

    @Test
    void aDepositMakesTheOrderCertainAndTheRestIsPaidLater() {
        var order = deposited();

        assertThat(view(order).at("/balance/open/amount").asString()).isEqualTo("83.30");
        assertThat(view(order).at("/balance/parts/0/state").asString()).isEqualTo("paid");
        assertThat(view(order).at("/balance/parts/1/due_on").asString()).isEqualTo("2027-03-01");
        assertThat(view(order).at("/delegates/0/ticket").asString()).isNotEmpty();
        assertThat(balance("receivables")).isEqualTo(83_30);
        assertThat(taken()).isEqualTo("35.70");
        assertThat(page(order, "en")).contains("Still to pay", "€83.30", "DE89 3704");
        assertThat(page(order, "zh-CN")).contains("待付金额");
        var back = "/c/conf27/orders/" + order.text("/code") + "?lang=en&paid=1&secret=" + order.text("/secret");
        assertThat(open(new Browser(), back).body()).doesNotContain("waiting for the confirmation of your payment");

        CardPage.open(rest(order).text("/url")).pay(CARD);

        eventually("all paid", () -> open(order).equals("0.00"));
        assertThat(balance("receivables")).isZero();
        assertThat(taken()).isEqualTo("119.00");
        assertThat(payment(order).expect(409).text("/type")).contains("already_paid");
        eventually(
                "told",
                () -> inbox().mails(email).stream()
                        .anyMatch(mail -> mail.subject().contains("received your payment")));
    }

    @Test
    void whatNoCardIsChargedOfAFineTransferStaysOpen() {
        owner.put(
                        PATH + "/currencies/KWD",
                        Map.of(
                                "prices",
                                List.of(Map.of(
                                        "item",
                                        "fee:regular:last",
                                        "amount",
                                        Map.of("amount", "40.470", "currency", "KWD")))))
                .expect(200);
        var cart = new LinkedHashMap<>(cart("regular", Map.of("name", "Ada")));
        cart.put("currency", "KWD");
        cart.put("pay_by", "instalments");
        var order = anybody.post(PATH + "/orders", cart).expect(201);
        CardPage.open(order.text("/payment/url")).pay(CARD);
        eventually("certain", () -> open(order).equals("28.330"));

        new DeskFixture(tenant, owner.port(), accounts).take(order.text("/code"), "8.325", "cash", "");
        CardPage.open(rest(order).text("/url")).pay(CARD);

        eventually("all but what no card is charged", () -> open(order).equals("0.005"));
        assertThat(payment(order).expect(409).text("/type")).contains("below_card");
        assertThat(returned()).isZero();
    }

    @Test
    void whatACardPaidBesidesTheDeskIsNotCountedAsGivenBackOfTheOrder() {
        var order = anybody.post(PATH + "/orders", cart("regular", Map.of("name", "Ada")))
                .expect(201);
        var card = CardPage.open(payment(order).expect(200).text("/url"));
        var desk = new DeskFixture(tenant, owner.port(), accounts);
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE payment SET status = 'CLOSED', closing = true")
                        .update());
        desk.take(order.text("/code"), "50", "cash", "");
        card.pay(CARD);
        eventually("the card's is back", () -> returned() == 119_00);

        desk.take(order.text("/code"), "69", "cash", "");

        eventually("certain", () -> view(order).at("/status").asString().equals("confirmed"));
        assertThat(view(order).at("/refunded/amount").asString()).isEqualTo("0.00");
    }

    @Test
    void thePartsAreChosenOnThePageOfTheOrderToo() {
        var order = anybody.post(PATH + "/orders", cart("regular", Map.of("name", "Ada")))
                .expect(201);
        var path = "/c/conf27/orders/" + order.text("/code");
        var browser = new Browser();
        var page = open(browser, path + "?lang=en&secret=" + order.text("/secret"));
        assertThat(page.body()).contains("Pay €119.00", "Pay in parts: €35.70 now");

        var chosen = browser.submit(page, path + "/instalments", Map.of("secret", order.text("/secret")));

        assertThat(chosen.body())
                .contains("Pay €35.70", "Pay all by card: €119.00")
                .doesNotContain("is overdue");
        CardPage.open(payment(order).expect(200).text("/url")).pay(CARD);
        eventually("certain", () -> open(order).equals("83.30"));
    }

    @Test
    void whereEverybodyPaysInPartsTheDepositIsAskedForUnasked() {
        owner.put(PATH + "/payment-ways", WAYS.replace("\"card\"", "\"instalments_always\": true, \"card\""))
                .expect(200);
        var cart = new LinkedHashMap<>(cart("regular", Map.of("name", "Ada")));
        cart.put("contact", Map.of("name", "Ada", "email", email, "country", "GB"));

        var order = anybody.post(PATH + "/orders", cart).expect(201);
        CardPage.open(order.text("/payment/url")).pay(CARD);

        eventually("certain", () -> view(order).at("/status").asString().equals("confirmed"));
        assertThat(open(order)).isEqualTo("83.30");
        assertThat(received()).isEqualTo(35_70);
        cart.put("pay_by", "bank_transfer");
        var transfer = anybody.post(PATH + "/orders", cart).expect(201);
        assertThat(view(transfer).at("/balance/parts/0/amount/amount").asString())
                .isEqualTo("35.70");
    }

    @Test
    void theRestPaidTwiceAtTheSameTimeGoesBackOnce() {
        var order = deposited();
        var first = CardPage.open(rest(order).text("/url"));
        // as if the page that somebody else has open could not be closed
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE payment SET status = 'CLOSED', closing = true WHERE status = 'OPEN'")
                        .update());
        var second = CardPage.open(rest(order).text("/url"));

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> first.pay(CARD)),
                        CompletableFuture.runAsync(() -> second.pay(CARD)))
                .join();

        eventually("one is back", () -> returned() == 83_30);
        assertThat(received()).isEqualTo(119_00 + 83_30);
        assertThat(open(order)).isEqualTo("0.00");
        assertThat(view(order).at("/refunded/amount").asString()).isEqualTo("0.00");
        assertThat(view(order).at("/status").asString()).isEqualTo("confirmed");
        eventually("balanced", () -> balance("receivables") == 0);
    }

    @Test
    void theDeskTakesPartOfTheRestAndACardForAllOfItGoesBack() {
        var order = deposited();
        var card = CardPage.open(rest(order).text("/url"));
        var desk = new DeskFixture(tenant, owner.port(), accounts);
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE payment SET status = 'CLOSED', closing = true WHERE status = 'OPEN'")
                        .update());

        desk.take(order.text("/code"), "20", "cash", "");
        assertThat(open(order)).isEqualTo("63.30");
        card.pay(CARD);

        eventually("the card's is back", () -> returned() == 83_30);
        assertThat(open(order)).isEqualTo("63.30");
        assertThat(view(order).at("/refunded/amount").asString()).isEqualTo("0.00");
        desk.take(order.text("/code"), "63.30", "cash", "");
        assertThat(open(order)).isEqualTo("0.00");

        // each part goes back the way it came
        cancel(order, Map.of()).expect(200);
        eventually("the card's part is back", () -> returned() == 83_30 + 35_70);
        assertThat(desk.order(order.text("/code")).body()).contains("/returns/");
        assertThat(differences()).isEmpty();
    }

    @Test
    void cancellingLowersWhatIsOpenBeforeAnythingGoesBack() {
        var order = deposited(Map.of("name", "Ada", "dinner", "yes"));
        assertThat(open(order)).isEqualTo("139.30");
        policy("{\"refunds\": [{\"until\": \"2027-05-09\", \"percent\": 100}]}");
        var dinner = view(order).at("/lines/1/id").asString();

        cancel(order, Map.of("lines", List.of(dinner))).expect(200);

        assertThat(open(order)).isEqualTo("59.30");
        assertThat(view(order).at("/balance/credited/amount").asString()).isEqualTo("80.00");
        assertThat(balance("receivables")).isEqualTo(59_30);

        cancel(order, Map.of()).expect(200);

        eventually("the deposit is back", () -> returned() == 59_70);
        eventually("balanced", () -> balance("receivables") == 0);
        assertThat(differences()).isEmpty();
    }

    @Test
    void aDepositIsKeptWhenThePolicyGivesNothingBack() {
        var order = deposited();
        policy("{\"refunds\": [{\"until\": \"2026-01-01\", \"percent\": 100}]}");

        owner.post(PATH + "/orders/" + order.text("/code") + "/release", "{}").expect(200);

        eventually("over", () -> view(order).at("/status").asString().equals("cancelled"));
        assertThat(returned()).isZero();
        assertThat(balance("receivables")).isZero();
        assertThat(owner.post(PATH + "/orders/" + order.text("/code") + "/release", "{}")
                        .expect(409)
                        .text("/type"))
                .contains("nothing_open");
    }

    @Test
    void aPaymentThatIsToldOfAgainAfterTheOrderEndedIsNotGivenBackAgain() {
        var order = deposited();
        CardPage.open(rest(order).text("/url")).pay(CARD);
        eventually("all paid", () -> open(order).equals("0.00"));
        policy("{\"refunds\": [{\"until\": \"2027-05-09\", \"percent\": 50}]}");
        cancel(order, Map.of()).expect(200);
        eventually("half of it is back", () -> returned() == 59_50);

        var rest = tellAgain("EUR 83.30");

        eventually("heard", () -> isHeard(rest));
        assertThat(returned()).isEqualTo(59_50);
        assertThat(balance("receivables")).isZero();
        assertThat(differences()).isEmpty();
    }

    /** @return the payment of this amount, of which word comes a second time */
    private UUID tellAgain(String amount) {
        return Tenancy.callAs(
                tenant,
                () -> transactions.execute(_ -> {
                    var money = Money.parse(amount);
                    return jdbc.sql("SELECT id, subject FROM payment WHERE amount = ?")
                            .param(money.getAmountMinorLong())
                            .query((row, _) -> {
                                var payment = row.getObject(1, UUID.class);
                                events.publishEvent(
                                        new PaymentReceived(tenant.id(), payment, row.getObject(2, UUID.class), money));
                                return payment;
                            })
                            .single();
                }));
    }

    /** Nothing that speaks of the payment is still to be done. */
    private boolean isHeard(UUID payment) {
        return jdbc.sql("""
                        SELECT count(*) FROM control.event_publication
                        WHERE completion_date IS NULL AND serialized_event LIKE ?""").param("%" + payment + "%").query(Long.class).single() == 0;
    }

    @Test
    void aPartThatIsOverdueIsRemindedOfOnceEachTime() {
        owner.put(
                        PATH + "/payment-ways",
                        WAYS.replace("70, \"due", "40, \"due\": \"2027-02-01\"}, {\"percent\": 30, \"due"))
                .expect(200);
        deposited();
        assertThat(remindOfPartDueIn(40)).isZero();
        assertThat(remindOfPartDueIn(-2)).isZero();

        assertThat(remindOfPartDueIn(-3)).isOne();
        assertThat(Tenancy.callAs(tenant, reminders::remind)).isZero();
        assertThat(remindOfPartDueIn(-15)).isOne();
        assertThat(Tenancy.callAs(tenant, reminders::remind)).isZero();

        eventually("reminded twice", () -> overdue().size() == 2);
        assertThat(overdue()).anyMatch(mail -> mail.text().contains("last reminder"));
        assertThat(overdue()).allMatch(mail -> mail.text().contains("€47.60"));
    }

    private int remindOfPartDueIn(int days) {
        return Tenancy.callAs(tenant, () -> {
            // days are those of the conference's zone: an hour before midnight in UTC it is tomorrow there
            jdbc.sql(
                            "UPDATE order_due SET due_on = (now() AT TIME ZONE 'Europe/Berlin')::date + :days WHERE position = 1")
                    .param("days", days)
                    .update();
            return reminders.remind();
        });
    }

    private List<Inbox.Mail> overdue() {
        return inbox().mails(email).stream()
                .filter(mail -> mail.subject().contains("is overdue"))
                .toList();
    }

    private void wrong(String ways, String pointer) {
        assertThat(owner.put(PATH + "/payment-ways", ways).expect(422).text("/errors/0/pointer"))
                .isEqualTo(pointer);
    }

    private Http.Answer deposited() {
        return deposited(Map.of("name", "Ada Lovelace"));
    }

    private Http.Answer deposited(Map<String, Object> answers) {
        var cart = new LinkedHashMap<>(cart("regular", answers));
        cart.put("contact", Map.of("name", "Ada", "email", email, "country", "GB"));
        cart.put("pay_by", "instalments");
        var order = anybody.post(PATH + "/orders", cart).expect(201);
        CardPage.open(order.text("/payment/url")).pay(CARD);
        eventually("certain", () -> view(order).at("/status").asString().equals("confirmed"));
        return order;
    }

    private Http.Answer rest(Http.Answer order) {
        return payment(order).expect(200);
    }

    private Http.Answer payment(Http.Answer order) {
        return anybody.post(PATH + "/orders/" + order.text("/code") + "/payment?secret=" + order.text("/secret"), "{}");
    }

    /** What the dashboard says that came. */
    private String taken() {
        return owner.get(PATH + "/statistics").expect(200).text("/registrations/taken/amount");
    }

    private String open(Http.Answer order) {
        return view(order).at("/balance/open/amount").asString();
    }
}
