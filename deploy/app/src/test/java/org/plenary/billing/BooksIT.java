package org.plenary.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.aTour;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.dev.CardPage;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class BooksIT extends PlenaryIT {
    @Autowired
    private JdbcClient jdbc;

    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void aConferenceWithATour() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "regular", "119.00", 10);
        aTour(owner, "harbour", "53.50", 6);
        owner.put(PATH + "/sales-rules", Map.of("donations", true)).expect(200);
        publish(owner);
    }

    @Test
    void whatIsInvoicedPaidTakenOffAndGivenBackStandsInTheBooksTwice() throws Exception {
        var order = paidOrder();
        var balance = trialBalance();

        assertThat(balance.at("/debits")).isEqualTo(balance.at("/credits"));
        assertThat(closing(balance, "receivables")).isEqualTo("0.00");
        assertThat(closing(balance, "sales")).isEqualTo("150.00");
        assertThat(closing(balance, "tax")).isEqualTo("22.50");
        assertThat(closing(balance, "donations")).isEqualTo("10.00");

        owner.post(
                        PATH + "/orders/" + order + "/cancellation",
                        Map.of("lines", List.of(line(order, "tour")), "refund", "by_policy"))
                .expect(200);
        eventually("the tour is paid back", () -> Tenancy.callAs(tenant, () -> Books.returned(jdbc)) == 5_350);

        var after = trialBalance();
        assertThat(closing(after, "receivables")).isEqualTo("0.00");
        assertThat(closing(after, "sales")).isEqualTo("100.00");
        assertThat(closing(after, "tax")).isEqualTo("19.00");
        assertThat(after.at("/debits")).isEqualTo(after.at("/credits"));
        var statement = owner.get("/api/v1/billing/accounts/receivables?currency=EUR")
                .expect(200)
                .json()
                .at("/items");
        assertThat(statement.valueStream().map(entry -> entry.at("/line/source").asString()))
                .containsExactlyInAnyOrder("payment", "invoice", "credit_note", "refund");
        assertThat(statement.get(3).at("/balance/amount").asString()).isEqualTo("0.00");
    }

    @Test
    void theTaxAdviserGetsTheMovementsOfOneYearInOneCurrency() {
        paidOrder();

        var rows = owner.get("/api/v1/billing/datev?currency=EUR")
                .expect(200)
                .body()
                .lines()
                .toList();

        assertThat(rows.getFirst()).startsWith("\"EXTF\";700;21;");
        assertThat(rows)
                .anyMatch(row -> row.startsWith("150,00;\"S\";\"EUR\";;;;1200;4400;"))
                .anyMatch(row -> row.startsWith("22,50;\"S\";\"EUR\";;;;1200;3800;"))
                .anyMatch(row -> row.startsWith("10,00;\"S\";\"EUR\";;;;1200;4830;"))
                .anyMatch(row -> row.startsWith("182,50;\"S\";\"EUR\";;;;1460;1200;"));
        assertThat(owner.get("/api/v1/billing/datev?currency=EUR&from=2026-12-01&to=2027-01-31")
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/to");
        assertThat(owner.get("/api/v1/billing/datev?currency=KWD").expect(422).text("/errors/0/code"))
                .isEqualTo("datev_decimals");
        assertThat(owner.get("/api/v1/billing/accounts/nothing?currency=EUR").status())
                .isEqualTo(404);
        anonymous(tenant).get("/api/v1/billing/trial-balance").expect(401);
    }

    private String paidOrder() {
        var order = anonymous(tenant)
                .post(
                        PATH + "/orders",
                        Map.of(
                                "contact", Map.of("name", "Ada", "email", "ada@example.org", "country", "GB"),
                                "delegates", List.of(Map.of("fee", "regular", "answers", Map.of("name", "Ada"))),
                                "tours", List.of(Map.of("tour", "harbour", "quantity", 1)),
                                "donation", Map.of("amount", "10.00", "currency", "EUR")))
                .expect(201);
        CardPage.open(order.text("/payment/url")).pay("4242424242424242");
        var code = order.text("/code");
        eventually(
                "paid",
                () -> owner.get(PATH + "/orders/" + code).text("/status").equals("confirmed"));
        return code;
    }

    private String line(String order, String kind) {
        return owner.get(PATH + "/orders/" + order)
                .json()
                .at("/lines")
                .valueStream()
                .filter(line -> line.at("/kind").asString().equals(kind))
                .findFirst()
                .orElseThrow()
                .at("/id")
                .asString();
    }

    private JsonNode trialBalance() {
        return owner.get("/api/v1/billing/trial-balance").expect(200).json().get(0);
    }

    private static String closing(JsonNode balance, String account) {
        return balance.at("/accounts")
                .valueStream()
                .filter(row -> row.at("/account").asString().equals(account))
                .map(row -> row.at("/closing/amount").asString())
                .findFirst()
                .orElse("none");
    }
}
