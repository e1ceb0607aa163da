package org.plenary.embedded.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.model.CreditNote;
import com.stripe.model.Invoice;
import com.stripe.model.TaxRate;
import com.stripe.param.CreditNoteCreateParams;
import com.stripe.param.CreditNoteListParams;
import com.stripe.param.CustomerTaxIdCreateParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.TaxRateCreateParams;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionDocumentsIT extends SubscriptionTests {

    @Test
    void taxComesOnTopAndIsTheCustomersOwnConcernWhenItIsReversed() throws Exception {
        TaxRate rate = rate("20");
        var subscription = subscribed(GOOD, monthly, 0);
        stripe.v1()
                .subscriptions()
                .update(
                        subscription.getId(),
                        SubscriptionUpdateParams.builder()
                                .addDefaultTaxRate(rate.getId())
                                .build());
        pass("P32D");
        Invoice taxed = invoices().getFirst();
        assertThat(taxed.getTotal()).isEqualTo(3_600);
        assertThat(taxed.getSubtotal()).isEqualTo(3_000);
        assertThat(taxed.getAmountPaid()).isEqualTo(3_600);
        assertThat(taxed.getTotalTaxes().getFirst().getTaxabilityReason()).isEqualTo("standard_rated");

        stripe.v1()
                .customers()
                .update(
                        customer.getId(),
                        CustomerUpdateParams.builder()
                                .setTaxExempt(CustomerUpdateParams.TaxExempt.REVERSE)
                                .build());
        var number = stripe.v1().customers().taxIds().create(customer.getId(), vat("DE123456789"));
        assertThat(number.getCountry()).isEqualTo("DE");
        assertThatThrownBy(() -> stripe.v1().customers().taxIds().create(customer.getId(), vat("12")))
                .isInstanceOf(InvalidRequestException.class);
        pass("P31D");
        Invoice reversed = invoices().getFirst();
        assertThat(reversed.getTotal()).isEqualTo(3_000);
        assertThat(reversed.getTotalTaxes().getFirst().getTaxabilityReason()).isEqualTo("reverse_charge");
        assertThat(reversed.getCustomerTaxIds().getFirst().getValue()).isEqualTo("DE123456789");
        assertThat(stripe.v1()
                        .customers()
                        .taxIds()
                        .delete(customer.getId(), number.getId())
                        .getDeleted())
                .isTrue();
    }

    @Test
    void aCreditNoteGivesMoneyBackOrLeavesItAndNeverMoreThanTheLine() throws Exception {
        subscribed(GOOD, monthly, 0);
        Invoice paid = invoices().getFirst();

        assertThatThrownBy(() -> credit(paid, 1_000, 500L, null)).hasMessageContaining("must equal");
        CreditNote back = credit(paid, 1_000, 1_000L, null);
        CreditNote kept = credit(paid, 500, null, 500L);
        assertThatThrownBy(() -> credit(paid, 1_501, 1_501L, null)).hasMessageContaining("at most 1500");

        assertThat(back.getNumber()).isEqualTo(paid.getNumber() + "-CN-01");
        assertThat(back.getRefunds().getFirst().getAmountRefunded()).isEqualTo(1_000);
        assertThat(kept.getRefunds()).isEmpty();
        assertThat(stripe.v1().customers().retrieve(customer.getId()).getBalance())
                .isEqualTo(-500);
        assertThat(stripe.v1()
                        .refunds()
                        .list(RefundListParams.builder().build())
                        .getData())
                .hasSize(1);
        assertThat(stripe.v1()
                        .creditNotes()
                        .list(CreditNoteListParams.builder()
                                .setInvoice(paid.getId())
                                .build())
                        .getData())
                .extracting(CreditNote::getId)
                .containsExactly(kept.getId(), back.getId());
        assertThat(invoices().getFirst().getPostPaymentCreditNotesAmount()).isEqualTo(1_500);
        sandbox.receiver.await(2, one -> one.isOf("credit_note.created"));
        assertThat(Payer.at(back.getPdf()).look().body()).startsWith("%PDF-1.4");
        assertThat(URI.create(back.getPdf()).getPath()).startsWith("/c/cn_");
        pass("P32D");
        assertThat(invoices().getFirst().getAmountPaid()).isEqualTo(2_500);
    }

    @Test
    void anOpenInvoiceIsLessAndPaidWhenNothingIsLeftOfIt() throws Exception {
        subscribed(FAILS_LATER, monthly, 14);
        pass("P16D");
        Invoice open = invoices().getFirst();
        assertThat(open.getStatus()).isEqualTo("open");

        assertThat(credit(open, 1_000, null, null).getType()).isEqualTo("pre_payment");
        assertThat(invoices().getFirst().getAmountDue()).isEqualTo(2_000);
        credit(open, 2_000, null, null);

        assertThat(invoices().getFirst().getStatus()).isEqualTo("paid");
    }

    private CreditNote credit(Invoice invoice, long amount, Long refund, Long left) throws Exception {
        var params = CreditNoteCreateParams.builder()
                .setInvoice(invoice.getId())
                .setReason(CreditNoteCreateParams.Reason.ORDER_CHANGE)
                .addLine(CreditNoteCreateParams.Line.builder()
                        .setType(CreditNoteCreateParams.Line.Type.INVOICE_LINE_ITEM)
                        .setInvoiceLineItem(
                                invoice.getLines().getData().getFirst().getId())
                        .setAmount(amount)
                        .build());
        return stripe.v1()
                .creditNotes()
                .create(params.setRefundAmount(refund).setCreditAmount(left).build());
    }

    private static CustomerTaxIdCreateParams vat(String number) {
        return CustomerTaxIdCreateParams.builder()
                .setType(CustomerTaxIdCreateParams.Type.EU_VAT)
                .setValue(number)
                .build();
    }

    private TaxRate rate(String percent) throws Exception {
        var made = stripe.v1()
                .taxRates()
                .create(TaxRateCreateParams.builder()
                        .setDisplayName("VAT")
                        .setPercentage(new BigDecimal(percent))
                        .setInclusive(false)
                        .build());
        assertThat(stripe.v1().taxRates().list().getData())
                .extracting(TaxRate::getId)
                .isEqualTo(List.of(made.getId()));
        return made;
    }
}
