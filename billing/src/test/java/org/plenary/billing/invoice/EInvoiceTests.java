package org.plenary.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.mustangproject.validator.ValidationContext;
import org.mustangproject.validator.XMLValidator;
import org.plenary.payments.Invoices;
import org.plenary.payments.PaymentRequest;
import org.plenary.payments.PostalAddress;
import org.slf4j.LoggerFactory;

/** Checked by the rules of the standard itself, as the e-invoice validator of the Mustang project knows them. */
@ResourceLock("schematron")
class EInvoiceTests {
    private static final String FRENCH = "FR40303265045";

    private static final Seller SELLER = new Seller(
            "Society for Robot Learning e. V.",
            "Rosenheimer Platz 4",
            "81669",
            "München",
            "DE",
            "DE123456789",
            "143/123/45678",
            null,
            "office@robotics.example",
            null);

    @Test
    void anInvoiceOfSeveralRatesFollowsTheStandard() throws Exception {
        var xml = xml(
                Invoices.Kind.INVOICE,
                List.of(
                        line("Fee", 1, 119_00, "19", null),
                        line("Dinner & wine", 3, 107_01, "7", null),
                        line("Donation", 1, 10_00, "0", null)));

        assertValid(xml);
        assertThat(xml).contains("<ram:ID>ICMS27-INV-00001</ram:ID>", "Dinner &amp; wine", "DE123456789");
        assertThat(xml).contains("<ram:DuePayableAmount>0.00</ram:DuePayableAmount>");
    }

    @Test
    void aCreditNoteNamesItsInvoiceAndCountsUp() throws Exception {
        var xml = xml(
                Invoices.Kind.CREDIT_NOTE,
                List.of(line("Fee", 1, -119_00, "19", null), line("Kept", 1, 19_00, "19", null)));

        assertValid(xml);
        assertThat(xml)
                .contains("<ram:TypeCode>381</ram:TypeCode>", "<ram:GrandTotalAmount>100.00<")
                .as("each invoice that lines of it are on")
                .contains("ICMS27-INV-00001", "ICMS27-INV-00007");
        assertThat(xml.split("<ram:InvoiceReferencedDocument>")).hasSize(3);
    }

    @Test
    void anInvoicePayableLaterSaysWhereItGoesWhenItIsDueAndWhatToQuote() throws Exception {
        var line = line("Fee", 1, 119_00, "19", null);
        var address = new PostalAddress("3 rue Saint-Jacques", "75005", "Paris", "Île-de-France & more");
        var payer = new PaymentRequest.Payer(
                "Université, Ada Lovelace", "ada@example.org", "FR", FRENCH, address, "PO-2027/0815", null);
        var account = new Invoices.Account("Society e. V.", "DE02120300000000202051", "BYLADEM1001", null, "RF187KQ2M");
        var dueOn = LocalDate.of(2027, 6, 8);
        var snapshot = sold(List.of(line), line.total(), payer)
                .payable(new Invoices.Payable(dueOn, ZoneOffset.UTC, account))
                .by(SELLER);

        var xml = new String(
                EInvoice.of(kept(Invoices.Kind.INVOICE, snapshot, dueOn), ZoneOffset.UTC)
                        .orElseThrow(),
                StandardCharsets.UTF_8);

        assertValid(xml);
        var buyer = xml.substring(xml.indexOf("<ram:BuyerTradeParty>"), xml.indexOf("</ram:BuyerTradeParty>"));
        assertThat(buyer)
                .contains(
                        "<ram:LineOne>3 rue Saint-Jacques<",
                        "<ram:PostcodeCode>75005<",
                        "<ram:CityName>Paris<",
                        "<ram:CountrySubDivisionName>Île-de-France &#38; more<");
        var order = xml.substring(xml.indexOf("<ram:BuyerOrderReferencedDocument>"));
        assertThat(order).startsWith("<ram:BuyerOrderReferencedDocument>").contains("PO-2027/0815");
        assertThat(xml.substring(xml.indexOf("<ram:DueDateDateTime>"))).contains("20270608");
        assertThat(xml)
                .contains(
                        "<ram:DuePayableAmount>119.00<", "DE02120300000000202051", "<ram:PaymentReference>RF187KQ2M<");
    }

    @Test
    void itsDayIsTheOneWhereTheSellerIs() {
        var kept = kept(Invoices.Kind.INVOICE, List.of(line("Fee", 1, 119_00, "19", null)), SELLER);

        for (var zone : List.of("Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles"))
            assertThat(new String(EInvoice.of(kept, ZoneId.of(zone)).orElseThrow(), StandardCharsets.UTF_8))
                    .as(zone)
                    .contains("20270509")
                    .doesNotContain("20270508", "20270510");
    }

    @Test
    void reverseChargeSaysWhy() throws Exception {
        var xml = xml(
                Invoices.Kind.INVOICE, List.of(line("Fee", 1, 100_00, "0", "Reverse charge: the buyer owes the tax")));

        assertValid(xml);
        assertThat(xml).contains("<ram:CategoryCode>AE</ram:CategoryCode>", "Reverse charge: the buyer owes the tax");
    }

    @Test
    void aChangeOfAnOrderHasLinesThatGo() throws Exception {
        assertValid(xml(
                Invoices.Kind.INVOICE,
                List.of(line("Double room", 4, 676_00, "7", null), line("Single room", 3, -387_00, "7", null))));
    }

    /** Prices contain the tax, and not each is a net amount and its tax to the cent. */
    @Test
    void whateverIsSoldTheSumsAreThoseOfTheStandard() throws Exception {
        var random = new Random(16931);
        for (var run = 0; run < 12; run++) {
            var lines = new ArrayList<PaymentRequest.Line>();
            for (var i = 0; i <= random.nextInt(5); i++)
                lines.add(line(
                        "Thing " + i,
                        1 + random.nextInt(3),
                        random.nextInt(1, 50_000),
                        List.of("7", "8.1", "19", "0").get(random.nextInt(4)),
                        null));
            assertValid(xml(Invoices.Kind.INVOICE, lines));
        }
    }

    @Test
    void whatTheStandardHasNoPlaceForIsNoElectronicInvoice() {
        var dinars = Money.ofMinor(CurrencyUnit.of("KWD"), 5_000);
        var line = new PaymentRequest.Line("Fee", 1, dinars, dinars, BigDecimal.ZERO);

        assertThat(EInvoice.of(kept(Invoices.Kind.INVOICE, List.of(line), SELLER), ZoneOffset.UTC))
                .isEmpty();
        assertThat(EInvoice.of(
                        kept(Invoices.Kind.INVOICE, List.of(line("Fee", 1, 100, "0", null)), null), ZoneOffset.UTC))
                .as("without the details of the seller")
                .isEmpty();
    }

    @Test
    void theRulesFindASumThatIsWrong() throws Exception {
        var xml = xml(Invoices.Kind.INVOICE, List.of(line("Fee", 1, 119_00, "19", null)));

        var wrong = xml.replace("<ram:GrandTotalAmount>119.00<", "<ram:GrandTotalAmount>118.00<");

        assertThat(wrong).isNotEqualTo(xml);
        assertThat(checked(wrong).isValid()).isFalse();
    }

    private static void assertValid(String xml) throws Exception {
        var found = checked(xml);
        assertThat(found.isValid()).as(found.getXMLResult() + "\n" + xml).isTrue();
        assertThat(found.getProfile()).endsWith("en16931:2017");
    }

    private static ValidationContext checked(String xml) throws Exception {
        var found = new ValidationContext(LoggerFactory.getLogger(EInvoiceTests.class));
        var validator = new XMLValidator(found);
        validator.setStringContent(xml);
        validator.validate();
        return found;
    }

    private static String xml(Invoices.Kind kind, List<PaymentRequest.Line> lines) {
        return new String(EInvoice.of(kept(kind, lines, SELLER), ZoneOffset.UTC).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static InvoiceRows.Kept kept(Invoices.Kind kind, List<PaymentRequest.Line> lines, Seller seller) {
        var total = lines.stream()
                .map(PaymentRequest.Line::total)
                .reduce(Money::plus)
                .orElseThrow();
        var isCredit = kind == Invoices.Kind.CREDIT_NOTE;
        var sold = sold(lines, total, new PaymentRequest.Payer("Ada Lovelace", "ada@example.org", "FR", FRENCH));
        var snapshot = isCredit
                ? sold.credited(
                        lines.stream().map(PaymentRequest.Line::negated).toList(),
                        List.of("ICMS27-INV-00001", "ICMS27-INV-00007"),
                        "cancelled")
                : sold;
        return kept(kind, snapshot.by(seller), null);
    }

    private static Snapshot sold(List<PaymentRequest.Line> lines, Money total, PaymentRequest.Payer payer) {
        return new Snapshot(
                "Society", "DE", "7KQ2M", "ICMS27", UUID.randomUUID(), payer, lines, total, Locale.ENGLISH, null, null);
    }

    private static InvoiceRows.Kept kept(Invoices.Kind kind, Snapshot snapshot, LocalDate dueOn) {
        var document = new Invoices.Document(
                UUID.randomUUID(),
                kind,
                InvoiceNumbers.format("ICMS27", kind, 1),
                snapshot.total(),
                Instant.parse("2027-05-09T10:00:00Z"),
                true,
                dueOn,
                snapshot.amended());
        return new InvoiceRows.Kept(UUID.randomUUID(), document, snapshot, "");
    }

    private static PaymentRequest.Line line(String what, int quantity, long minor, String rate, String note) {
        var money = Money.ofMinor(CurrencyUnit.EUR, minor);
        return new PaymentRequest.Line(what, quantity, money, money, new BigDecimal(rate), note);
    }
}
