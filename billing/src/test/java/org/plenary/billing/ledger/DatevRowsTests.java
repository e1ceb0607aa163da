package org.plenary.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class DatevRowsTests {
    private static final UUID ENTRY = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2027, 5, 9);

    @Test
    void aSaleWithTaxBecomesOneRowForEachAccountAgainstTheReceivable() {
        var rows = DatevRows.of(List.of(line("receivables", 119_00), line("sales", -100_00), line("tax", -19_00)), DAY);

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst())
                .startsWith("100,00;\"S\";\"EUR\";;;;1200;4400;;0905;\"7KQ2M\";;;\"invoice 7KQ2M\";");
        assertThat(rows.getLast()).startsWith("19,00;\"S\";\"EUR\";;;;1200;3800;;0905;");
    }

    @Test
    void everyRowHasTheFieldsOfItsFormat() {
        var row = DatevRows.of(List.of(line("cash", 5_00), line("receivables", -5_00)), DAY)
                .getFirst();

        assertThat(row.strip().split(";", -1)).hasSize(125);
        assertThat(DatevRows.columns().strip().split(";", -1)).hasSize(125);
        assertThat(DatevRows.head("20270514093000000", DAY, DAY.plusDays(3), CurrencyUnit.EUR))
                .startsWith("\"EXTF\";700;21;\"Buchungsstapel\";13;20270514093000000;;")
                .contains(";20270101;4;20270509;20270512;", "\"EUR\"")
                .endsWith("\r\n");
    }

    private static LedgerLine line(String account, long minor) {
        return new LedgerLine(
                UUID.randomUUID(),
                ENTRY,
                Instant.EPOCH,
                account,
                Money.ofMinor(CurrencyUnit.EUR, Math.max(minor, 0)),
                Money.ofMinor(CurrencyUnit.EUR, Math.max(-minor, 0)),
                "invoice",
                null,
                "7KQ2M");
    }
}
