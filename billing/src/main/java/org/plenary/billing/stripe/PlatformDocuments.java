package org.plenary.billing.stripe;

import com.stripe.model.CreditNote;
import com.stripe.model.TaxRate;
import com.stripe.net.RequestOptions;
import com.stripe.param.CreditNoteCreateParams;
import com.stripe.param.CreditNoteListParams;
import com.stripe.param.CreditNotePreviewParams;
import com.stripe.param.CustomerTaxIdCreateParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.TaxRateCreateParams;
import com.stripe.param.TaxRateListParams;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Calls about the tax on what organizations pay the platform, and about what it takes back of an invoice.
 *
 * <p>All throw {@link StripeUnavailable} or {@link StripeRefused}, as {@link StripeCalls} does.
 */
@Component
public class PlatformDocuments {
    private static final long MOST = 100;

    private final StripeCalls calls;

    PlatformDocuments(StripeCalls calls) {
        this.calls = calls;
    }

    public List<TaxRate> taxRates() {
        var params = TaxRateListParams.builder()
                .setActive(true)
                .setInclusive(false)
                .setLimit(MOST)
                .build();
        return calls.call(stripe -> stripe.v1().taxRates().list(params).getData());
    }

    public TaxRate createTaxRate(TaxRateCreateParams params, String key) {
        return calls.call(stripe -> stripe.v1().taxRates().create(params, changing(key)));
    }

    public void updateCustomer(String customer, CustomerUpdateParams params, String key) {
        var unused = calls.call(stripe -> stripe.v1().customers().update(customer, params, changing(key)));
    }

    /** Leaves a customer with this VAT number of the EU alone, or with none. */
    public void vatNumber(String customer, String number, String key) {
        var known = calls.call(
                stripe -> stripe.v1().customers().taxIds().list(customer).getData());
        for (var one : known)
            if (!one.getValue().equals(number)) {
                var unused =
                        calls.call(stripe -> stripe.v1().customers().taxIds().delete(customer, one.getId()));
            }
        if (number.isEmpty() || known.stream().anyMatch(one -> one.getValue().equals(number))) return;
        var params = CustomerTaxIdCreateParams.builder()
                .setType(CustomerTaxIdCreateParams.Type.EU_VAT)
                .setValue(number)
                .build();
        var unused = calls.call(stripe -> stripe.v1().customers().taxIds().create(customer, params, changing(key)));
    }

    /** What a note would come to, with its tax; nothing is issued. */
    public CreditNote previewNote(CreditNotePreviewParams params) {
        return calls.call(stripe -> stripe.v1().creditNotes().preview(params));
    }

    public CreditNote createNote(CreditNoteCreateParams params, String key) {
        return calls.call(stripe -> stripe.v1().creditNotes().create(params, changing(key)));
    }

    public CreditNote note(String id) {
        return calls.call(stripe -> stripe.v1().creditNotes().retrieve(id));
    }

    /** The notes of an invoice, the newest first. */
    public List<CreditNote> notes(String invoice) {
        var params = CreditNoteListParams.builder()
                .setInvoice(invoice)
                .setLimit(MOST)
                .build();
        return calls.call(stripe -> stripe.v1().creditNotes().list(params).getData());
    }

    private static RequestOptions changing(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}
