package org.plenary.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.billing.stripe.StripeSettings;
import org.plenary.dev.CardPage;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ReconciliationIT extends PlenaryIT {
    private static final String RECONCILIATION = "/api/v1/billing/reconciliation";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StripeSettings settings;

    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void aConference27() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "regular", "119.00", 10);
        publish(owner);
    }

    @Test
    void stripeAndTheBooksAgreeOverPaymentsRefundsAndPayouts() {
        var first = paidOrder();
        paidOrder();
        owner.post(PATH + "/orders/" + first + "/cancellation", Map.of("refund", "by_policy"))
                .expect(200);
        eventually("paid back", () -> Tenancy.callAs(tenant, () -> Books.returned(jdbc)) == 11_900);
        sandbox("payouts", Map.of("account", account(), "currency", "eur"));

        var compared = compare();

        assertThat(compared.at("/differences")).isEmpty();
        assertThat(compared.at("/balances/0/ours/amount").asString()).isEqualTo("0.00");
        assertThat(compared.at("/balances/0/theirs/amount").asString()).isEqualTo("0.00");
        assertThat(Tenancy.callAs(tenant, () -> Books.balance(jdbc, "bank"))).isPositive();
        assertThat(Tenancy.callAs(tenant, () -> Books.balance(jdbc, null))).isZero();
        var before = movements();
        compare();
        assertThat(movements()).as("what was read before is not booked again").isEqualTo(before);
    }

    @Test
    void whatStripeAloneKnowsIsListedUntilSomebodyBooksIt() {
        paidOrder();
        sandbox(
                "adjustments",
                Map.of("account", account(), "currency", "eur", "amount", -250, "description", "Account fee"));
        compare();
        longAgo();
        var listed = compare().at("/differences");

        assertThat(listed).hasSize(1);
        assertThat(listed.at("/0/theirs/amount").asString()).isEqualTo("-2.50");
        assertThat(listed.at("/0/type").asString()).isEqualTo("adjustment");
        var there = RECONCILIATION + "/" + listed.at("/0/source").asString();
        assertThat(owner.post(there, Map.of()).expect(422).text("/errors/0/pointer"))
                .isEqualTo("/account");
        owner.post(there, Map.of("account", "stripe_fees", "note", "Account fee"))
                .expect(204);
        assertThat(compare().at("/differences")).isEmpty();
        owner.post(there, Map.of("account", "stripe_fees", "note", "Account fee"))
                .expect(404);
    }

    @Test
    void whatStripeDoesNotKnowIsListedToo() {
        paidOrder();
        Tenancy.runAs(tenant, () -> jdbc.sql("""
                        insert into ledger_entry (id, entry, source, key, line, account, debit, credit, currency, booked_at)
                        select gen_random_uuid(), '01a216ea-0000-7000-8000-000000000001', 'refund', 're_lost', side.line, side.account,
                            side.debit, side.credit, 'EUR', now() - interval '1 day'
                        from (values (0, 'receivables', 100, 0), (1, 'stripe_balance', 0, 100)) as side (line, account, debit, credit)""").update());

        var listed = compare().at("/differences");

        assertThat(listed).hasSize(1);
        assertThat(listed.at("/0/source").asString()).isEqualTo("re_lost");
        assertThat(listed.at("/0/ours/amount").asString()).isEqualTo("-1.00");
        assertThat(listed.at("/0/type").isNull()).isTrue();
    }

    private JsonNode compare() {
        owner.post(RECONCILIATION, Map.of()).expect(202);
        eventually("compared", () -> !view().at("/running").asBoolean());
        return view();
    }

    private JsonNode view() {
        return owner.get(RECONCILIATION).expect(200).json();
    }

    /** What is fresh may only be late, and is not to be booked by hand yet. */
    private void longAgo() {
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("update balance_transaction set created_at = created_at - interval '1 hour'")
                        .update());
    }

    private long movements() {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select count(*) from ledger_entry")
                        .query(Long.class)
                        .single());
    }

    private String account() {
        return jdbc.sql("select account_id from control.connected_account where tenant_id = ?")
                .param(tenant.id().value())
                .query(String.class)
                .single();
    }

    private void sandbox(String control, Map<String, ?> order) {
        var base = settings.apiBase();
        new Http(base.getPort(), "localhost", Map.of())
                .post("/_sandbox/" + control, order)
                .expect(200);
    }

    private String paidOrder() {
        var order = anonymous(tenant)
                .post(
                        PATH + "/orders",
                        Map.of(
                                "contact", Map.of("name", "Ada", "email", "ada@example.org", "country", "GB"),
                                "delegates", List.of(Map.of("fee", "regular", "answers", Map.of("name", "Ada")))))
                .expect(201);
        CardPage.open(order.text("/payment/url")).pay("4242424242424242");
        var code = order.text("/code");
        eventually(
                "paid",
                () -> owner.get(PATH + "/orders/" + code).text("/status").equals("confirmed"));
        return code;
    }
}
