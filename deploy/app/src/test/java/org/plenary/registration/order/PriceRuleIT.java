package org.plenary.registration.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.kernel.Ids;
import org.plenary.payments.PaymentReceived;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A fee that costs 100 until a day, and 150 from the next one on. */
class PriceRuleIT extends PlenaryIT {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate LAST_CHEAP_DAY = LocalDate.now(BERLIN).plusDays(3);
    private static final Instant MIDNIGHT =
            LAST_CHEAP_DAY.plusDays(1).atStartOfDay(BERLIN).toInstant();

    @Autowired
    private PriceKeeping prices;

    @Autowired
    private StockCheck stockCheck;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    private Tenant tenant;
    private Http owner;
    private String email;

    @BeforeEach
    void anEarlyBird() {
        tenant = aTenant();
        owner = owner(tenant);
        email = "ada-" + Ids.reference(8).toLowerCase(java.util.Locale.ROOT) + "@example.org";
        aConference(owner);
        owner.post(PATH + "/fees", fee("100.00", "150.00")).expect(201);
        publish(owner);
    }

    @AfterEach
    void theCountersAgreeWithTheRows() {
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
    }

    @Test
    void anUnpaidOrderKeepsItsPriceWhereThatIsLockedWhenItIsPlaced() {
        var order = unpaid(order(null));

        keep(MIDNIGHT.plusSeconds(60));

        assertThat(total(order)).isEqualTo("100.00");
        assertThat(owner.get(PATH + "/sales-rules").expect(200).text("/price_rule"))
                .isEqualTo("locked_when_ordered");
    }

    @Test
    void itsBuyerIsToldBeforeAndThePriceChangesAtMidnightOfTheVenue() {
        lockedWhenPaid(7);
        var order = unpaid(order(null));

        keep(Instant.now());
        keep(Instant.now());

        eventually("the buyer is told", () -> mails("will change") == 1);
        var mail = inbox().mails(email).getFirst().text();
        assertThat(mail).contains("€100.00").contains("€150.00").contains("/orders/" + order.text("/code"));
        keep(MIDNIGHT.minusMillis(1));
        assertThat(total(order)).isEqualTo("100.00");
        keep(MIDNIGHT);
        keep(MIDNIGHT.plusSeconds(60));
        assertThat(total(order)).isEqualTo("150.00");
        var seen = view(order).json();
        assertThat(seen.at("/lines/0/unit_price/amount").asString()).isEqualTo("150.00");
        assertThat(seen.at("/price_changes").size()).isOne();
        assertThat(seen.at("/price_changes/0/from/amount").asString()).isEqualTo("100.00");
        eventually("the buyer is told again", () -> mails("has changed") == 1);
        assertThat(mails("will change")).isOne();
    }

    @Test
    void whoCouldNotBeToldInTimeKeepsThePriceForADay() {
        var order = unpaid(order(null));
        lockedWhenPaid(7);

        keep(MIDNIGHT.plusSeconds(60));
        assertThat(total(order)).isEqualTo("100.00");
        eventually("the buyer is told", () -> mails("will change") == 1);
        keep(MIDNIGHT.plusSeconds(60 + 86_399));
        assertThat(total(order)).isEqualTo("100.00");
        keep(MIDNIGHT.plusSeconds(60 + 86_400));
        assertThat(total(order)).isEqualTo("150.00");
    }

    @Test
    void aCardPaymentThatWasStartedBeforeKeepsItsPrice() {
        lockedWhenPaid(7);
        var order = unpaid(order(null));
        keep(Instant.now());
        beingPaid(order);

        keep(MIDNIGHT);
        assertThat(total(order)).isEqualTo("100.00");
        pay(order, "100.00");

        eventually("the order is confirmed", () -> status(order).equals("confirmed"));
        assertThat(total(order)).isEqualTo("100.00");
    }

    @Test
    void onceThatPaymentHasEndedTheOrderCostsWhatThePeriodCosts() {
        lockedWhenPaid(7);
        var order = unpaid(order(null));
        keep(Instant.now());
        beingPaid(order);
        keep(MIDNIGHT);

        payments(order, "CLOSED");
        keep(MIDNIGHT.plusSeconds(60));

        assertThat(total(order)).isEqualTo("150.00");
    }

    @Test
    void aPaymentOverTheFormerPriceThatComesInAfterAllBringsThatPriceBack() {
        lockedWhenPaid(7);
        var order = unpaid(order(null));
        keep(Instant.now());
        keep(MIDNIGHT);
        assertThat(total(order)).isEqualTo("150.00");

        pay(order, "100.00");

        eventually("the order is confirmed", () -> status(order).equals("confirmed"));
        assertThat(total(order)).isEqualTo("100.00");
        var seen = view(order).json();
        assertThat(seen.at("/lines/0/total/amount").asString()).isEqualTo("100.00");
        assertThat(seen.at("/documents/0/total/amount").asString()).isEqualTo("100.00");
        assertThat(seen.at("/price_changes/0/kept_at").isNull()).isFalse();
    }

    @Test
    void nobodyIsSentToPayMoreThanTheyHaveSeen() {
        lockedWhenPaid(7);
        // else the job that runs each minute may come first
        jdbc.sql("""
                        UPDATE control.scheduled_tasks SET execution_time = now() + interval '1 minute'
                        WHERE task_name = 'registration-prices' AND NOT picked""").update();
        var order = unpaid(order(null));
        keep(Instant.now());
        owner.put(
                        PATH + "/fees/early",
                        fee("100.00", "150.00", LocalDate.now(BERLIN).minusDays(1)))
                .expect(200);
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE orders SET priced_at = now() - interval '2 days'")
                        .update());
        keep(Instant.now());
        assertThat(total(order)).isEqualTo("100.00");
        assertThat(view(order).json().at("/price_changes").size())
                .as("the period that was moved changes nothing any more")
                .isOne();
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE order_price SET due_at = now() - interval '1 second'")
                        .update());

        var refused = anonymous(tenant)
                .post(PATH + "/orders/" + order.text("/code") + "/payment?secret=" + order.text("/secret"), "{}")
                .expect(409);

        assertThat(refused.text("/type")).endsWith("price_changed");
        assertThat(total(order)).isEqualTo("150.00");
    }

    @Test
    void groupDiscountVoucherAndTaxAreWorkedOutAgain() {
        lockedWhenPaid(7);
        owner.post(
                        PATH + "/vouchers",
                        "{\"code\": \"HALF\", \"effect\": \"percent\", \"percent\": \"50\", \"uses\": 1}")
                .expect(201);
        owner.put(PATH + "/fees/early", """
                        {"key": "early", "name": "Early", "tax_rate": "19", "tax_included": false,
                         "group_discount": {"from": 2, "percent": "10"}, "prices": [
                           {"amount": {"amount": "100.00", "currency": "EUR"}, "until": "%s"},
                           {"amount": {"amount": "150.00", "currency": "EUR"}}]}""".formatted(LAST_CHEAP_DAY)).expect(200);
        var order = unpaid(order("HALF", "Ada", "Grace"));
        // 100 less 10 %, once half of it, and the tax on it
        assertThat(total(order)).isEqualTo("160.65");
        keep(Instant.now());

        keep(MIDNIGHT);

        assertThat(total(order)).isEqualTo("240.98");
        var lines = view(order).json().at("/lines");
        assertThat(lines.at("/0/total/amount").asString()).isEqualTo("80.33");
        assertThat(lines.at("/0/list_price/amount").asString()).isEqualTo("178.50");
        assertThat(lines.at("/1/total/amount").asString()).isEqualTo("160.65");
    }

    @Test
    void whatTheRuleCannotBeIsRefused() {
        var wrong = owner.put(
                        PATH + "/sales-rules",
                        Map.of("donations", false, "price_rule", "locked_when_paid", "price_notice_days", 0))
                .expect(422);

        assertThat(wrong.text("/errors/0/pointer")).isEqualTo("/price_notice_days");
        owner.put(PATH + "/sales-rules", Map.of("donations", false, "price_rule", "whenever"))
                .expect(422);
    }

    private static String fee(String early, String regular) {
        return fee(early, regular, LAST_CHEAP_DAY);
    }

    private static String fee(String early, String regular, LocalDate until) {
        return """
                {"key": "early", "name": "Early", "tax_rate": "19", "prices": [
                   {"amount": {"amount": "%s", "currency": "EUR"}, "until": "%s"},
                   {"amount": {"amount": "%s", "currency": "EUR"}}]}""".formatted(early, until, regular);
    }

    private void lockedWhenPaid(int days) {
        owner.put(
                        PATH + "/sales-rules",
                        Map.of("donations", false, "price_rule", "locked_when_paid", "price_notice_days", days))
                .expect(200);
    }

    private Http.Answer order(String code, String... names) {
        var cart = new LinkedHashMap<>(cart("early", Map.of("name", "Ada")));
        cart.put("contact", Map.of("name", "Ada Lovelace", "email", email, "country", "GB"));
        if (code != null) cart.put("code", code);
        if (names.length > 0)
            cart.put(
                    "delegates",
                    List.of(names).stream()
                            .map(name -> Map.of("fee", "early", "answers", Map.of("name", name)))
                            .toList());
        return anonymous(tenant).post(PATH + "/orders", cart).expect(201);
    }

    /** Payable for a month, and nobody is on a payment page. */
    private Http.Answer unpaid(Http.Answer order) {
        payments(order, "CLOSED");
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE orders SET expires_at = now() + interval '30 days'")
                        .update());
        return order;
    }

    private void payments(Http.Answer order, String status) {
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE payment SET status = :status WHERE subject = :order")
                        .param("status", status)
                        .param("order", id(order))
                        .update());
    }

    private void beingPaid(Http.Answer order) {
        var path = PATH + "/orders/" + order.text("/code") + "/payment?secret=" + order.text("/secret");
        eventually(
                "a payment page is open",
                () -> anonymous(tenant).post(path, "{}").status() == 200);
    }

    private void keep(Instant now) {
        Tenancy.runAs(tenant, () -> prices.keep(now));
    }

    private void pay(Http.Answer order, String amount) {
        Tenancy.runAs(
                tenant,
                () -> transaction.executeWithoutResult(status -> events.publishEvent(
                        new PaymentReceived(tenant.id(), Ids.next(), id(order), Money.parse("EUR " + amount)))));
    }

    private UUID id(Http.Answer order) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT id FROM orders WHERE code = :code")
                        .param("code", order.text("/code"))
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .single());
    }

    private long mails(String words) {
        return inbox().mails(email).stream()
                .filter(mail -> mail.subject().contains(words))
                .count();
    }

    private String total(Http.Answer order) {
        return view(order).text("/total/amount");
    }

    private String status(Http.Answer order) {
        return view(order).text("/status");
    }

    private Http.Answer view(Http.Answer order) {
        return owner.get(PATH + "/orders/" + order.text("/code")).expect(200);
    }
}
