package org.plenary.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.plenary.payments.Invoices;
import org.plenary.payments.PaymentRequest;

class SnapshotTests {
    private static final Snapshot SALE = new Snapshot(
            "Society",
            "DE",
            "7KQ2M",
            "ICMS27",
            UUID.randomUUID(),
            new PaymentRequest.Payer("Ada", "ada@example.org", "GB"),
            List.of(line("Fee", "119.00", "19"), line("Dinner", "53.50", "7"), line("Tour", "11.90", "19.0")),
            Money.parse("EUR 184.40"),
            Locale.ENGLISH,
            null,
            null);

    @Test
    void taxIsContainedInThePricePerRate() {
        assertThat(SALE.taxes())
                .containsExactly(
                        new Snapshot.Tax(
                                new BigDecimal("7"),
                                Money.parse("EUR 50.00"),
                                Money.parse("EUR 3.50"),
                                Money.parse("EUR 53.50")),
                        new Snapshot.Tax(
                                new BigDecimal("19"),
                                Money.parse("EUR 110.00"),
                                Money.parse("EUR 20.90"),
                                Money.parse("EUR 130.90")));
    }

    @Test
    void aCreditNoteTakesBackTheLinesLessWhatIsKept() {
        var credit = SALE.credited(
                List.of(line("Fee", "119.00", "19"), line("Kept", "-19.00", "19"), line("Dinner", "53.50", "7")),
                List.of("ICMS27-INV-00001"),
                "cancelled");

        assertThat(credit.lines().stream().map(PaymentRequest.Line::total))
                .containsExactly(Money.parse("EUR -119.00"), Money.parse("EUR 19.00"), Money.parse("EUR -53.50"));
        assertThat(credit.total()).isEqualTo(Money.parse("EUR -153.50"));
        assertThat(credit.amends()).isEqualTo("ICMS27-INV-00001");
        assertThat(credit.taxes().getFirst())
                .isEqualTo(new Snapshot.Tax(
                        new BigDecimal("7"),
                        Money.parse("EUR -50.00"),
                        Money.parse("EUR -3.50"),
                        Money.parse("EUR -53.50")));
    }

    @Test
    void whyThereIsNoTaxIsSaidOnceHoweverManyLinesSayIt() {
        var money = Money.parse("EUR 100.00");
        var free = new PaymentRequest.Line("Fee", 1, money, money, BigDecimal.ZERO, "Reverse charge");
        var sale = new Snapshot(
                "Society",
                "DE",
                "7KQ2M",
                "ICMS27",
                UUID.randomUUID(),
                new PaymentRequest.Payer("Ada", "ada@example.org", "FR", "FR40303265045"),
                List.of(free, free, line("Dinner", "53.50", "7")),
                Money.parse("EUR 253.50"),
                Locale.ENGLISH,
                null,
                null);

        assertThat(sale.taxNotes()).containsExactly("Reverse charge");
        assertThat(sale.credited(List.of(free), List.of("ICMS27-INV-00001"), "cancellation")
                        .taxNotes())
                .containsExactly("Reverse charge");
    }

    @Test
    void numbersSayTheirSeriesAndKind() {
        assertThat(InvoiceNumbers.format("ICMS27", Invoices.Kind.INVOICE, 42)).isEqualTo("ICMS27-INV-00042");
        assertThat(InvoiceNumbers.format("ICMS27", Invoices.Kind.CREDIT_NOTE, 1))
                .isEqualTo("ICMS27-CN-00001");
    }

    private static PaymentRequest.Line line(String what, String price, String rate) {
        var money = Money.parse("EUR " + price);
        return new PaymentRequest.Line(what, 1, money, money, new BigDecimal(rate));
    }
}
