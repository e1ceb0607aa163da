package org.plenary.billing.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.mustangproject.BankDetails;
import org.mustangproject.Invoice;
import org.mustangproject.Item;
import org.mustangproject.Product;
import org.mustangproject.ReferencedDocument;
import org.mustangproject.TradeParty;
import org.mustangproject.ZUGFeRD.Profiles;
import org.mustangproject.ZUGFeRD.ZUGFeRD2PullProvider;
import org.plenary.payments.Invoices;
import org.plenary.payments.PaymentRequest;
import org.plenary.payments.PostalAddress;
import org.springframework.web.util.HtmlUtils;

/**
 * A document as an electronic invoice after EN 16931, in the syntax CII.
 *
 * <p>Our prices contain the tax, the standard's do not: each line gives its net amount, and the last one of a rate takes what rounding
 * leaves, so that they add up to the net amount of the document. Where the standard's own sum of net and tax is a cent off what was paid,
 * its rounding amount (BT-114) says so.
 */
final class EInvoice {
    private static final int DECIMALS = 2;
    private static final String COUNTRY_END = "</ram:CountryID>";
    private static final String PIECE = "C62";
    private static final String REVERSE_CHARGE = "AE";
    private static final String EXEMPT = "E";
    private static final String STANDARD = "S";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private EInvoice() {}

    static Optional<byte[]> of(InvoiceRows.Kept kept, ZoneId zone) {
        var snapshot = kept.snapshot();
        var seller = snapshot.details();
        if (seller == null || !isPossible(kept.document().kind(), snapshot.total(), seller)) return Optional.empty();
        var writer = new ZUGFeRD2PullProvider();
        writer.setProfile(Profiles.getByName("EN16931"));
        writer.generateXML(invoice(kept.document(), snapshot, seller, zone));
        return Optional.of(withRegion(writer.getXML(), snapshot.billedTo().address()));
    }

    /** The writer knows no regions of addresses (BT-54); the standard has them right behind the country. */
    private static byte[] withRegion(byte[] xml, @Nullable PostalAddress address) {
        if (address == null || address.region() == null) return xml;
        var text = new String(xml, StandardCharsets.UTF_8);
        var country = text.indexOf(COUNTRY_END, text.indexOf("<ram:BuyerTradeParty>")) + COUNTRY_END.length();
        var region = "<ram:CountrySubDivisionName>" + HtmlUtils.htmlEscapeDecimal(address.region(), "UTF-8")
                + "</ram:CountrySubDivisionName>";
        return (text.substring(0, country) + region + text.substring(country)).getBytes(StandardCharsets.UTF_8);
    }

    static boolean isPossible(Invoices.Kind kind, Money total, @Nullable Seller seller) {
        return isPossible(kind, total, seller != null && (seller.vatId() != null || seller.taxNumber() != null));
    }

    /** @param hasTaxNumber whether it says by which number its seller pays taxes (BR-S-02, BR-E-02) */
    static boolean isPossible(Invoices.Kind kind, Money total, boolean hasTaxNumber) {
        return kind != Invoices.Kind.RECEIPT
                && hasTaxNumber
                && total.getCurrencyUnit().getDecimalPlaces() <= DECIMALS;
    }

    private static Invoice invoice(Invoices.Document document, Snapshot snapshot, Seller seller, ZoneId zone) {
        var isCredit = document.kind() == Invoices.Kind.CREDIT_NOTE;
        var issuedOn = document.issuedAt().atZone(zone).toLocalDate();
        var issued = date(issuedOn);
        var dueOn = snapshot.payableBy(document.kind());
        var total = isCredit ? snapshot.total().negated() : snapshot.total();
        var items = items(snapshot, isCredit);
        var invoice = new Invoice()
                .setNumber(document.number())
                .setIssueDate(issued)
                .setDeliveryDate(issued)
                .setDueDate(dueOn == null ? issued : date(dueOn))
                .setCurrency(total.getCurrencyUnit().getCode())
                .setReferenceNumber(snapshot.reference())
                .setBuyerOrderReferencedDocumentID(snapshot.billedTo().purchaseOrder())
                .setSender(sender(seller, isCredit ? null : snapshot.payable()))
                .setRecipient(recipient(snapshot.billedTo()));
        items.forEach(item -> invoice.addItem(item.item()));
        if (isCredit) {
            invoice.setCreditNote();
            snapshot.amended().forEach(number -> invoice.addInvoiceReferencedDocument(new ReferencedDocument(number)));
        } else if (snapshot.payable() != null && snapshot.payable().account() != null)
            invoice.setPaymentReference(snapshot.payable().account().reference());
        var reckoned = reckoned(items);
        var off = total.getAmount().subtract(reckoned);
        if (off.signum() != 0) invoice.setRoundingAmount(off.setScale(DECIMALS, RoundingMode.HALF_UP));
        if (dueOn == null) invoice.setTotalPrepaidAmount(total.getAmount());
        return invoice;
    }

    /** The writer says the day of a date in the machine's own zone: noon is on the same one nearly everywhere. */
    private static Date date(LocalDate day) {
        return Date.from(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
    }

    /** One line of the standard. @param net of all of it */
    private record Line(Item item, BigDecimal rate, BigDecimal net) {}

    private static List<Line> items(Snapshot snapshot, boolean isCredit) {
        var items = new ArrayList<Line>();
        for (var tax : snapshot.taxes()) {
            var lines = snapshot.lines().stream()
                    .filter(line -> line.taxRate().compareTo(tax.rate()) == 0)
                    .toList();
            var rest = tax.net();
            for (var i = 0; i < lines.size(); i++) {
                var line = lines.get(i);
                var net = i == lines.size() - 1 ? rest : Snapshot.net(line.total(), tax.rate());
                rest = rest.minus(net);
                items.add(item(line, isCredit ? net.negated() : net, tax.rate()));
            }
        }
        return items;
    }

    /** A negative line is so many less of something: the standard knows no negative prices (BR-27). */
    private static Line item(PaymentRequest.Line line, Money net, BigDecimal rate) {
        var pieces = BigDecimal.valueOf(Math.max(1, line.quantity()));
        var quantity = net.isNegative() ? pieces.negate() : pieces;
        var product = new Product(line.description(), "", PIECE, rate);
        if (rate.signum() == 0) {
            product.setTaxCategoryCode(line.taxNote() == null ? EXEMPT : REVERSE_CHARGE);
            product.setTaxExemptionReason(line.taxNote() == null ? "Not taxed" : line.taxNote());
        } else product.setTaxCategoryCode(STANDARD);
        var item = new Item(product, net.getAmount().abs(), quantity);
        item.setBasisQuantity(pieces);
        return new Line(item, rate, net.getAmount());
    }

    /** The standard's total: net amounts, and for each rate the tax on their sum (BR-CO-17). */
    private static BigDecimal reckoned(List<Line> items) {
        var sum = BigDecimal.ZERO;
        for (var rate : items.stream().map(Line::rate).distinct().toList()) {
            var net = items.stream()
                    .filter(item -> item.rate().compareTo(rate) == 0)
                    .map(Line::net)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var tax = net.multiply(rate).divide(HUNDRED, DECIMALS, RoundingMode.HALF_UP);
            sum = sum.add(net).add(tax);
        }
        return sum;
    }

    private static TradeParty sender(Seller seller, Invoices.@Nullable Payable payable) {
        var party = new TradeParty(seller.name(), seller.street(), seller.postcode(), seller.city(), seller.country());
        if (seller.vatId() != null) party.addVATID(seller.vatId());
        if (seller.taxNumber() != null) party.addTaxID(seller.taxNumber());
        if (seller.email() != null) party.setEmail(seller.email());
        var account = payable == null ? null : payable.account();
        if (account == null || account.iban() == null) return party;
        var bank = account.bic() == null
                ? new BankDetails(account.iban())
                : new BankDetails(account.iban(), account.bic());
        return party.addBankDetails(account.holder() == null ? bank : bank.setAccountName(account.holder()));
    }

    private static TradeParty recipient(PaymentRequest.Payer payer) {
        var address = payer.address();
        var party = address == null
                ? new TradeParty(payer.name(), null, null, null, payer.country())
                : new TradeParty(payer.name(), address.street(), address.postalCode(), address.city(), payer.country());
        if (payer.vatId() != null) party.addVATID(payer.vatId());
        party.setEmail(payer.email());
        return party;
    }
}
