package org.plenary.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenary.billing.ledger.LedgerAccount;
import org.plenary.payments.Invoices;
import org.plenary.payments.PaymentRequest;
import org.plenary.payments.PaymentRequest.Revenue;

class SaleTests {
    private static final CurrencyUnit EUR = CurrencyUnit.EUR;

    @Test
    void anInvoiceIsAReceivableAgainstWhatWasSoldAndItsTax() {
        var booked = booked(List.of(
                line(EUR, 119_00, "19", Revenue.SALES),
                line(EUR, 214_00, "7", Revenue.LODGING),
                line(EUR, 10_00, "0", Revenue.DONATION)));

        assertThat(booked)
                .isEqualTo(Map.of(
                        LedgerAccount.RECEIVABLES, 343_00L,
                        LedgerAccount.SALES, -100_00L,
                        LedgerAccount.HOTEL_DEPOSITS, -200_00L,
                        LedgerAccount.DONATIONS, -10_00L,
                        LedgerAccount.TAX, -33_00L));
    }

    @Test
    void aChangeOfEqualWorthMovesBetweenAccountsAlone() {
        var booked = booked(List.of(line(EUR, 50_00, "0", Revenue.SALES), line(EUR, -50_00, "0", Revenue.LODGING)));

        assertThat(booked).isEqualTo(Map.of(LedgerAccount.SALES, -50_00L, LedgerAccount.HOTEL_DEPOSITS, 50_00L));
    }

    @Test
    void whatMovesNothingIsNotBooked() {
        var snapshot = snapshot(List.of(line(EUR, 50_00, "0", Revenue.SALES), line(EUR, -50_00, "0", Revenue.SALES)));

        assertThat(Sale.of(document(snapshot), snapshot)).isEmpty();
    }

    /** Whatever is sold, in currencies without, with two and with three decimals. */
    @ParameterizedTest
    @ValueSource(strings = {"JPY", "EUR", "KWD"})
    void theBooksSayToTheMinorUnitWhatTheDocumentSays(String code) {
        var currency = CurrencyUnit.of(code);
        var random = new Random(20270510);
        for (var run = 0; run < 500; run++) {
            var lines = new ArrayList<PaymentRequest.Line>();
            for (var i = 0; i <= random.nextInt(6); i++)
                lines.add(line(
                        currency,
                        random.nextInt(-20_000, 100_000),
                        List.of("0", "7", "8.1", "19", "19.00").get(random.nextInt(5)),
                        Revenue.values()[random.nextInt(3)]));
            var snapshot = snapshot(lines);
            var booked = booked(lines);
            var tax = snapshot.taxes().stream()
                    .mapToLong(each -> each.tax().getAmountMinorLong())
                    .sum();

            assertThat(booked.getOrDefault(LedgerAccount.RECEIVABLES, 0L))
                    .isEqualTo(snapshot.total().getAmountMinorLong());
            assertThat(booked.getOrDefault(LedgerAccount.TAX, 0L)).isEqualTo(-tax);
            assertThat(booked.values().stream().mapToLong(Long::longValue).sum())
                    .isZero();
        }
    }

    /** Debits less credits of each account that is touched. */
    private static Map<LedgerAccount, Long> booked(List<PaymentRequest.Line> lines) {
        var snapshot = snapshot(lines);
        var booked = new EnumMap<LedgerAccount, Long>(LedgerAccount.class);
        Sale.of(document(snapshot), snapshot)
                .ifPresent(movement -> movement.lines()
                        .forEach(line -> booked.merge(line.account(), line.debit() - line.credit(), Long::sum)));
        return booked;
    }

    private static Invoices.Document document(Snapshot snapshot) {
        return new Invoices.Document(
                UUID.randomUUID(), Invoices.Kind.INVOICE, "ICMS27-INV-00001", snapshot.total(), Instant.EPOCH, false);
    }

    private static Snapshot snapshot(List<PaymentRequest.Line> lines) {
        return new Snapshot(
                "Society",
                "DE",
                "7KQ2M",
                "ICMS27",
                UUID.randomUUID(),
                new PaymentRequest.Payer("Ada", "ada@example.org", "GB"),
                lines,
                lines.stream()
                        .map(PaymentRequest.Line::total)
                        .reduce(Money::plus)
                        .orElseThrow(),
                Locale.ENGLISH,
                null,
                null);
    }

    private static PaymentRequest.Line line(CurrencyUnit currency, long minor, String rate, Revenue revenue) {
        var money = Money.ofMinor(currency, minor);
        return new PaymentRequest.Line("Thing", 1, money, money, new BigDecimal(rate), null, revenue);
    }
}
