package org.plenary.billing.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.payments.Invoices;
import org.plenary.payments.PaymentRequest;

/**
 * Everything that a document says, as it was when it was issued.
 *
 * @param amends the number of the invoice that a credit note is over, or null
 * @param received what a receipt is for; null for all other documents
 * @param details of the seller; null in documents from before they were asked for
 * @param alsoAmends the numbers of further invoices that a credit note is over; null for none
 * @param payable of an invoice that was to be paid later, and of credit notes over one
 */
record Snapshot(
        String seller,
        String sellerCountry,
        String reference,
        String prefix,
        UUID conference,
        PaymentRequest.Payer billedTo,
        List<PaymentRequest.Line> lines,
        Money total,
        Locale locale,
        @Nullable String amends,
        @Nullable String reason,
        @Nullable Received received,
        @Nullable Seller details,
        @Nullable List<String> alsoAmends,
        Invoices.@Nullable Payable payable) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Snapshot(
            String seller,
            String sellerCountry,
            String reference,
            String prefix,
            UUID conference,
            PaymentRequest.Payer billedTo,
            List<PaymentRequest.Line> lines,
            Money total,
            Locale locale,
            @Nullable String amends,
            @Nullable String reason) {
        this(
                seller,
                sellerCountry,
                reference,
                prefix,
                conference,
                billedTo,
                lines,
                total,
                locale,
                amends,
                reason,
                null,
                null,
                null,
                null);
    }

    /** The same, saying this of the seller. */
    Snapshot by(@Nullable Seller known) {
        return new Snapshot(
                known == null ? seller : known.name(),
                known == null ? sellerCountry : known.country(),
                reference,
                prefix,
                conference,
                billedTo,
                lines,
                total,
                locale,
                amends,
                reason,
                received,
                known,
                alsoAmends,
                payable);
    }

    /** The same as an invoice that is paid later. */
    Snapshot payable(Invoices.@Nullable Payable later) {
        return new Snapshot(
                seller,
                sellerCountry,
                reference,
                prefix,
                conference,
                billedTo,
                lines,
                total,
                locale,
                amends,
                reason,
                received,
                details,
                alsoAmends,
                later);
    }

    /** The day by which it says that it is to be paid, whatever was agreed since; null when it is not. */
    @Nullable
    LocalDate payableBy(Invoices.Kind kind) {
        return payable == null || kind != Invoices.Kind.INVOICE ? null : payable.by();
    }

    /** The numbers of all invoices that a credit note is over; templates call it. */
    public List<String> amended() {
        var numbers = new ArrayList<String>();
        if (amends != null) numbers.add(amends);
        if (alsoAmends != null) numbers.addAll(alsoAmends);
        return numbers;
    }

    /**
     * Money that was taken by hand.
     *
     * @param proof of the terminal or the bank; null for cash
     * @param rest what was still to be paid after it
     */
    record Received(String method, @Nullable String proof, String cashier, Instant at, Money rest) {}

    /** The tax contained in all lines of one rate. */
    record Tax(BigDecimal rate, Money net, Money tax, Money gross) {}

    List<Tax> taxes() {
        var byRate = new TreeMap<BigDecimal, Money>();
        for (var line : lines) byRate.merge(line.taxRate().stripTrailingZeros(), line.total(), Money::plus);
        var taxes = new ArrayList<Tax>();
        byRate.forEach((rate, gross) -> {
            var net = net(gross, rate);
            taxes.add(new Tax(rate, net, gross.minus(net), gross));
        });
        return taxes;
    }

    /** What is left of an amount without the tax contained in it; half a minor unit is rounded to the even one. */
    static Money net(Money gross, BigDecimal rate) {
        return gross.dividedBy(BigDecimal.ONE.add(rate.divide(HUNDRED)), RoundingMode.HALF_EVEN);
    }

    /** What is to be said about taxes, each thing once; templates call it. */
    public List<String> taxNotes() {
        return lines.stream()
                .map(PaymentRequest.Line::taxNote)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** These lines of the sale taken back. @param numbers of the invoices that they are on, this one's first */
    Snapshot credited(List<PaymentRequest.Line> cancelled, List<String> numbers, String why) {
        var credit = cancelled.stream().map(PaymentRequest.Line::negated).toList();
        var sum = credit.stream()
                .map(PaymentRequest.Line::total)
                .reduce(Money.zero(total.getCurrencyUnit()), Money::plus);
        return new Snapshot(
                seller,
                sellerCountry,
                reference,
                prefix,
                conference,
                billedTo,
                credit,
                sum,
                locale,
                numbers.getFirst(),
                why,
                null,
                null,
                numbers.size() < 2 ? null : List.copyOf(numbers.subList(1, numbers.size())),
                payable);
    }
}
