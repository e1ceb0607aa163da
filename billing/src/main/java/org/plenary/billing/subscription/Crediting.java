package org.plenary.billing.subscription;

import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.param.CreditNoteCreateParams;
import com.stripe.param.CreditNotePreviewParams;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.stripe.PlatformCalls;
import org.plenary.billing.stripe.PlatformDocuments;
import org.plenary.billing.stripe.StripeMoney;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.springframework.stereotype.Component;

/**
 * Takes back a part of an invoice by a credit note, line by line, so that its tax goes back with it. Of an invoice that is open
 * it lowers what is due; of one that is paid, the money goes back to the card or is kept for what comes.
 */
@Component
class Crediting {
    private final PlatformCalls stripe;
    private final PlatformDocuments documents;
    private final CreditNoteRows rows;
    private final PlatformInvoices invoices;
    private final Tell tell;

    Crediting(
            PlatformCalls stripe,
            PlatformDocuments documents,
            CreditNoteRows rows,
            PlatformInvoices invoices,
            Tell tell) {
        this.stripe = stripe;
        this.documents = documents;
        this.rows = rows;
        this.invoices = invoices;
        this.tell = tell;
    }

    /** Who is told of it. */
    @Component("tellOfCredits")
    record Tell(PlanChanges trail, PlanMails mails, TenantDirectory tenants) {}

    /**
     * @param net before tax; null for all that is left of the invoice
     * @param toCard whether money that was paid goes back to the card; else it is taken off the next invoice
     */
    record Wish(
            @Nullable Money net,
            boolean toCard,
            CreditNoteCreateParams.Reason reason,
            @Nullable String memo) {}

    /**
     * @param key the same for a repeated click
     * @throws Problem.Conflict {@code nothing_to_credit} for an invoice that is neither open nor paid, or has nothing left
     * @throws Problem.InvalidInput naming {@code /amount} when it is more than what is left
     */
    void credit(Tenant tenant, String id, Wish wish, String key) {
        var invoice = stripe.invoice(id);
        var status = invoice.getStatus();
        if (!status.equals("open") && !status.equals("paid"))
            throw new Problem.Conflict("nothing_to_credit", "There is nothing to take back of this invoice.");
        var shares = shares(invoice, wish.net());
        var params = CreditNoteCreateParams.builder().setInvoice(id).setReason(wish.reason());
        if (wish.memo() != null) params.setMemo(wish.memo());
        shares.forEach((line, amount) -> params.addLine(CreditNoteCreateParams.Line.builder()
                .setType(CreditNoteCreateParams.Line.Type.INVOICE_LINE_ITEM)
                .setInvoiceLineItem(line)
                .setAmount(amount)
                .build()));
        if (status.equals("paid")) {
            var total = total(id, shares);
            if (wish.toCard()) params.setRefundAmount(total);
            else params.setCreditAmount(total);
        }
        var note = documents.createNote(params.build(), "credit:" + id + ":" + key);
        invoices.keep(tenant.id(), stripe.invoice(id));
        rows.keep(tenant.id(), note);
        tell.trail()
                .record(
                        tenant,
                        "billing.plan-credited",
                        Map.of(
                                "credit_note", note.getNumber(),
                                "total",
                                        StripeMoney.money(note.getTotal(), note.getCurrency())
                                                .toString()));
    }

    /** What is credited of each line: the first lines first, each as far as it was not credited before. */
    private Map<String, Long> shares(Invoice invoice, @Nullable Money net) {
        var before = new HashMap<String, Long>();
        for (var note : documents.notes(invoice.getId()))
            if (!note.getStatus().equals("void"))
                for (var line : note.getLines().getData())
                    before.merge(line.getInvoiceLineItem(), line.getAmount(), Long::sum);
        // what was given back for a plan that is left lowers what can be credited of the others
        var left = invoice.getLines().getData().stream()
                .mapToLong(line -> line.getAmount() - before.getOrDefault(line.getId(), 0L))
                .sum();
        if (left <= 0) throw new Problem.Conflict("nothing_to_credit", "There is nothing left to take back.");
        var wanted = net == null ? left : StripeMoney.units(net);
        if (wanted > left)
            throw new Problem.InvalidInput(
                    "/amount",
                    "more_than_left",
                    "This is more than what is left of the invoice.",
                    Map.of(
                            "left",
                            StripeMoney.money(left, invoice.getCurrency()).toString()));
        var shares = new LinkedHashMap<String, Long>();
        for (var line : invoice.getLines().getData()) {
            var share = Math.min(wanted, available(line, before));
            if (share <= 0) continue;
            shares.put(line.getId(), share);
            wanted -= share;
        }
        return shares;
    }

    private static long available(InvoiceLineItem line, Map<String, Long> before) {
        return line.getAmount() - before.getOrDefault(line.getId(), 0L);
    }

    private long total(String invoice, Map<String, Long> shares) {
        var params = CreditNotePreviewParams.builder().setInvoice(invoice);
        shares.forEach((line, amount) -> params.addLine(CreditNotePreviewParams.Line.builder()
                .setType(CreditNotePreviewParams.Line.Type.INVOICE_LINE_ITEM)
                .setInvoiceLineItem(line)
                .setAmount(amount)
                .build()));
        return documents.previewNote(params.build()).getTotal();
    }

    /** Gives back what was paid for a subscription that should not have been there. Repeats safely. */
    void giveBack(Tenant tenant, String invoice) {
        var seen = stripe.invoice(invoice);
        if (!seen.getStatus().equals("paid") || seen.getAmountPaid() == 0 || seen.getPostPaymentCreditNotesAmount() > 0)
            return;
        credit(tenant, invoice, new Wish(null, true, CreditNoteCreateParams.Reason.DUPLICATE, null), "second");
    }

    /** A note was issued, and the organization hears of it, or was made void, here or at Stripe. @return what was done, in a word */
    String look(String id) {
        var note = documents.note(id);
        var tenant = rows.tenantOf(note.getInvoice());
        if (tenant.isEmpty()) return "no invoice of ours";
        rows.keep(tenant.get(), note);
        invoices.keep(tenant.get(), stripe.invoice(note.getInvoice()));
        if (note.getStatus().equals("issued"))
            tell.tenants().byId(tenant.get()).ifPresent(found -> tell.mails().credited(found, note));
        return "credit note";
    }
}
