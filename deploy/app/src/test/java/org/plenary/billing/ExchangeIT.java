package org.plenary.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenary.PlenaryIT;
import org.plenary.kernel.Ids;
import org.plenary.payments.PaymentRequest;
import org.plenary.payments.Payments;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Delegates pay in their currency, and the organization's balance is kept in its own. */
class ExchangeIT extends PlenaryIT {
    @Autowired
    private Payments payments;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"CNY, 780.00, 100.00", "JPY, 16500, 100.00", "KWD, 34.000, 100.00"})
    void whatStripeExchangesIsBookedInBothCurrenciesAndTheBooksAgreeWithIt(
            String currency, BigDecimal price, BigDecimal euros) {
        var tenant = tenantWhoseMoneyIsKeptInEuros();
        var subject = Ids.next();
        var paid = Money.of(CurrencyUnit.of(currency), price);
        CardHolder.pay(start(tenant, subject, paid), CardHolder.GOOD);

        eventually("the fees are booked", () -> books(tenant, "stripe_fees", "EUR") > 0);
        assertThat(books(tenant, "stripe_balance", currency)).isZero();
        assertThat(books(tenant, "receivables", currency)).isEqualTo(-paid.getAmountMinorLong());
        assertThat(books(tenant, "exchange", currency)).isEqualTo(paid.getAmountMinorLong());
        assertThat(books(tenant, "exchange", "EUR"))
                .isEqualTo(-euros.movePointRight(2).longValueExact());

        Tenancy.runAs(tenant, () -> payments.refund(subject, paid, "cancellation", "all:" + subject));
        eventually("it went back", () -> books(tenant, "receivables", currency) == 0);
        assertThat(books(tenant, "exchange", currency)).isZero();
        agrees(tenant);
    }

    @Test
    void aRefundThatFailsComesBackInTheCurrencyOfTheBalance() {
        var tenant = tenantWhoseMoneyIsKeptInEuros();
        var subject = Ids.next();
        var paid = Money.of(CurrencyUnit.of("CNY"), new BigDecimal("780.00"));
        CardHolder.pay(start(tenant, subject, paid), "4000000000005126");
        eventually("the fees are booked", () -> books(tenant, "stripe_fees", "EUR") > 0);
        Tenancy.runAs(tenant, () -> payments.refund(subject, paid, "cancellation", "all:" + subject));
        eventually("it went back", () -> books(tenant, "receivables", "CNY") == 0);

        control("refunds", "{\"account\": \"" + account(tenant) + "\"}");

        eventually("it is here again", () -> books(tenant, "receivables", "CNY") == -78_000);
        assertThat(books(tenant, "exchange", "EUR")).isEqualTo(-10_000);
        agrees(tenant);
    }

    @Test
    void theFeeOfADisputeIsInTheCurrencyOfTheBalance() {
        var tenant = tenantWhoseMoneyIsKeptInEuros();
        var paid = Money.of(CurrencyUnit.of("JPY"), new BigDecimal("16500"));
        CardHolder.pay(start(tenant, Ids.next(), paid), "4000000000000259");

        eventually("it is disputed", () -> books(tenant, "disputes", "EUR") == 10_000);
        eventually("the fees are booked", () -> books(tenant, "stripe_fees", "EUR") > 1_500);
        assertThat(books(tenant, "stripe_fees", "JPY")).isZero();
        assertThat(Tenancy.callAs(
                        tenant,
                        () -> jdbc.sql(
                                        "select fee || ' ' || fee_currency || ', ' || amount || ' ' || currency from dispute")
                                .query(String.class)
                                .single()))
                .isEqualTo("1500 EUR, 16500 JPY");
        agrees(tenant);
    }

    private Tenant tenantWhoseMoneyIsKeptInEuros() {
        var tenant = aTenant();
        eventually("there is an account", () -> !accounts(tenant).isEmpty());
        control("accounts", "{\"account\": \"" + account(tenant) + "\", \"settles\": \"eur\"}");
        return tenant;
    }

    private void agrees(Tenant tenant) {
        var owner = owner(tenant);
        owner.post("/api/v1/billing/reconciliation", Map.of()).expect(202);
        eventually(
                "Stripe was read",
                () -> !owner.get("/api/v1/billing/reconciliation")
                        .json()
                        .at("/read_at")
                        .isNull());
        var seen = owner.get("/api/v1/billing/reconciliation").expect(200);
        assertThat(seen.json().at("/differences").size()).as(seen.body()).isZero();
    }

    private URI start(Tenant tenant, UUID subject, Money price) {
        var line = new PaymentRequest.Line("Full fee", 1, price, price, new BigDecimal("19"));
        return Tenancy.callAs(
                tenant,
                () -> payments.start(new PaymentRequest(
                        subject,
                        "7KQ2M",
                        List.of(line),
                        price,
                        new PaymentRequest.Payer("Ada Lovelace", "ada@example.org", "GB"),
                        Locale.ENGLISH,
                        URI.create("http://localhost/paid"),
                        URI.create("http://localhost/cancelled"),
                        Instant.now().plus(Duration.ofMinutes(40)))));
    }

    private long books(Tenant tenant, String account, String currency) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("""
                        select coalesce(sum(debit - credit), 0) from ledger_entry where account = ? and currency = ?""").params(account, currency).query(Long.class).single());
    }

    private String account(Tenant tenant) {
        return accounts(tenant).getFirst();
    }

    private List<String> accounts(Tenant tenant) {
        return jdbc.sql("select account_id from control.connected_account where tenant_id = ?")
                .param(tenant.id().value())
                .query(String.class)
                .list();
    }

    private static void control(String what, String json) {
        CardSandboxControl.change(services().stripe().get("api-base"), what, json);
    }
}
