package org.plenary.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.kernel.Ids;
import org.plenary.payments.PaymentRequest;
import org.plenary.payments.PaymentStatus;
import org.plenary.payments.Payments;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class StripeEventsIT extends PlenaryIT {
    private static final Money PRICE = Money.of(CurrencyUnit.EUR, new BigDecimal("119.00"));

    @Autowired
    private Payments payments;

    @Autowired
    private JdbcClient jdbc;

    private Tenant tenant;

    @BeforeEach
    void aTenantWithAnAccount() {
        tenant = aTenant();
        eventually(
                "there is an account",
                () -> jdbc.sql("select count(*) from control.connected_account where tenant_id = ?")
                                .param(tenant.id().value())
                                .query(Long.class)
                                .single()
                        == 1);
    }

    @Test
    void whileASecretIsReplacedBothAreGoodAndNoOther() {
        var body = event("evt_roll" + Ids.reference(10), "account.updated", account(tenant), false);
        assertThat(hook(body, "whsec_being_retired")).isEqualTo(200);
        assertThat(hook(body, connectSecret())).isEqualTo(200);
        assertThat(hook(body, "whsec_of_nobody")).isEqualTo(400);
        assertThat(hook(body, String.valueOf(services().stripe().get("platform-webhook-secret"))))
                .isEqualTo(400);
    }

    @Test
    void eventsOfTheOtherModeAreTakenAndChangeNothing() {
        var id = "evt_live" + Ids.reference(10);
        assertThat(hook(event(id, "account.updated", account(tenant), true), connectSecret()))
                .isEqualTo(200);
        eventually("done", () -> "of the other mode".equals(note(id)));
    }

    @Test
    void aThinEventIsOfTheAccountThatItNames() {
        var id = "evt_test_" + Ids.reference(10);
        var type = "v2.core.account[configuration.merchant].capability_status_updated";
        var body = """
                {"id": "%s", "object": "v2.core.event", "type": "%s", "livemode": false, "created": "2026-11-26T08:00:00Z",
                 "related_object": {"id": "%s", "type": "v2.core.account", "url": "/v2/core/accounts/x"}}""".formatted(id, type, account(tenant));
        for (var i = 0; i < 3; i++) assertThat(hook(body, connectSecret())).isEqualTo(200);
        eventually("done", () -> "account".equals(note(id)));
    }

    @Test
    void whatNamesAnotherOrganizationIsLeftAloneAndShownToTheOperator() {
        var other = aTenant();
        var session = session(account(tenant), other.id().toString());
        var id = "evt_foreign" + Ids.reference(10);
        var body =
                event(id, "checkout.session.completed", account(tenant), false).replace("acct_object", session);
        assertThat(hook(body, connectSecret())).isEqualTo(200);

        eventually(
                "the operator sees it",
                () -> jdbc.sql(
                                        "select count(*) from control.late_event where serialized_event like ? and last_error like '%another organization%'")
                                .param("%" + id + "%")
                                .query(Long.class)
                                .single()
                        == 1);
        assertThat(note(id)).contains("another organization");
        assertThat(Tenancy.callAs(tenant, () -> Books.balance(jdbc, "stripe_balance")))
                .isZero();
    }

    @Test
    void whatStripeCouldNotDeliverIsFetchedWhenTheBooksAreCompared() {
        var subject = Ids.next();
        var page = start(subject);
        control("webhooks", "{\"drop\": 100}");
        try {
            assertThat(CardHolder.pay(page, CardHolder.GOOD).statusCode()).isEqualTo(303);
        } finally {
            control("webhooks", "{\"drop\": 0}");
        }
        assertThat(status(subject)).isEqualTo(PaymentStatus.OPEN);

        owner(tenant).post("/api/v1/billing/reconciliation", Map.of()).expect(202);
        eventually("paid", () -> status(subject) == PaymentStatus.PAID);
    }

    @Test
    void anotherAmountThanWasAskedForGoesBackWhole() {
        var subject = Ids.next();
        var page = start(subject);
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("update payment set amount = amount - 100 where subject = ?")
                        .param(subject)
                        .update());

        CardHolder.pay(page, CardHolder.GOOD);

        eventually("it is back", () -> Tenancy.callAs(tenant, () -> Books.returned(jdbc)) == 11_900);
        assertThat(status(subject)).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(Tenancy.callAs(tenant, () -> Books.balance(jdbc, "receivables")))
                .isZero();
    }

    private URI start(UUID subject) {
        var line = new PaymentRequest.Line("Full fee", 1, PRICE, PRICE, new BigDecimal("19"));
        return Tenancy.callAs(
                tenant,
                () -> payments.start(new PaymentRequest(
                        subject,
                        "7KQ2M",
                        List.of(line),
                        PRICE,
                        new PaymentRequest.Payer("Ada Lovelace", "ada@example.org", "GB"),
                        Locale.ENGLISH,
                        URI.create("http://localhost/paid"),
                        URI.create("http://localhost/cancelled"),
                        Instant.now().plus(Duration.ofMinutes(40)))));
    }

    private PaymentStatus status(UUID subject) {
        return Tenancy.callAs(tenant, () -> payments.of(subject)).getFirst().status();
    }

    private static void control(String what, String json) {
        CardSandboxControl.change(services().stripe().get("api-base"), what, json);
    }

    private String account(Tenant of) {
        return jdbc.sql("select account_id from control.connected_account where tenant_id = ?")
                .param(of.id().value())
                .query(String.class)
                .single();
    }

    private String note(String event) {
        return String.valueOf(jdbc.sql("select note from control.stripe_event where id = ?")
                .param(event)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .single());
    }

    /** A session that somebody made on the account beside us. */
    private static String session(String account, String tenant) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("mode", "payment");
        fields.put("success_url", "http://localhost/paid");
        fields.put("metadata[tenant]", tenant);
        fields.put("metadata[payment]", UUID.randomUUID().toString());
        fields.put("line_items[0][quantity]", "1");
        fields.put("line_items[0][price_data][currency]", "eur");
        fields.put("line_items[0][price_data][unit_amount]", "1000");
        fields.put("line_items[0][price_data][product_data][name]", "Something");
        var form = fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(services().stripe().get("api-base") + "/v1/checkout/sessions"))
                .header("Authorization", "Bearer " + services().stripe().get("secret-key"))
                .header("Stripe-Account", account)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JsonMapper.shared().readTree(answer.body()).at("/id").asString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String connectSecret() {
        return String.valueOf(services().stripe().get("connect-webhook-secret"));
    }

    private static String event(String id, String type, String account, boolean live) {
        return """
                {"id": "%s", "object": "event", "account": "%s", "api_version": "2026-07-29.dahlia", "livemode": %s,
                 "type": "%s", "created": 1, "data": {"object": {"id": "acct_object"}}}""".formatted(id, account, live, type);
    }

    private static int hook(String body, String secret) {
        var at = Instant.now().getEpochSecond();
        return StripeHook.tell(platform(), body, secret, at);
    }
}
