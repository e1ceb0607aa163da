package org.plenary.billing.subscription;

import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.TaxRateCreateParams;
import com.stripe.param.common.EmptyParam;
import java.math.BigDecimal;
import java.util.List;
import org.plenary.billing.invoice.LegalDetails;
import org.plenary.billing.invoice.SellerChanged;
import org.plenary.billing.stripe.PlatformCalls;
import org.plenary.billing.stripe.PlatformDocuments;
import org.plenary.kernel.VatIds;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.stereotype.Component;

/**
 * Tells Stripe how an organization is taxed: its country and VAT number, and the rate that its subscription's invoices add.
 * Which rate that is, is ours to know; Stripe adds it line by line and writes what the invoice has to say.
 */
@Component
class PlanTaxes {
    private static final String METADATA = "plenary";

    private final PlanTax rules;
    private final LegalDetails details;
    private final SubscriptionRows rows;
    private final PlatformCalls stripe;
    private final PlatformDocuments documents;

    PlanTaxes(
            PlanTax rules,
            LegalDetails details,
            SubscriptionRows rows,
            PlatformCalls stripe,
            PlatformDocuments documents) {
        this.rules = rules;
        this.details = details;
        this.rows = rows;
        this.stripe = stripe;
        this.documents = documents;
    }

    /** How the bound tenant is taxed. */
    PlanTax.Due due(Tenant tenant) {
        var said = details.current().orElse(null);
        return said == null ? rules.of(tenant.country(), null) : rules.of(said.country(), said.vatId());
    }

    /** Writes the bound tenant's place to its customer at Stripe. */
    void tell(Tenant tenant, String customer, String key) {
        var due = due(tenant);
        var said = details.current().orElse(null);
        var address = CustomerUpdateParams.Address.builder().setCountry(due.country());
        if (said != null) {
            if (said.street() != null) address.setLine1(said.street());
            if (said.postcode() != null) address.setPostalCode(said.postcode());
            if (said.city() != null) address.setCity(said.city());
        }
        var params = CustomerUpdateParams.builder()
                .setName(said == null ? tenant.name() : said.name())
                .setAddress(address.build())
                .setTaxExempt(
                        due.way() == PlanTax.Way.REVERSE
                                ? CustomerUpdateParams.TaxExempt.REVERSE
                                : CustomerUpdateParams.TaxExempt.NONE);
        documents.updateCustomer(customer, params.build(), "place:" + key);
        var number = due.way() == PlanTax.Way.REVERSE && said != null && said.vatId() != null
                ? VatIds.plain(said.vatId())
                : "";
        documents.vatNumber(customer, number, "vat:" + key);
    }

    /** The ids of the rates for the bound tenant's invoices: none, or one. */
    List<String> rates(Tenant tenant) {
        var named = rules.named(due(tenant));
        return named == null || named.percent().signum() == 0 ? List.of() : List.of(rate(named));
    }

    private String rate(PlanTax.Due due) {
        var mark = due.country() + ":" + due.percent().stripTrailingZeros().toPlainString();
        for (var known : documents.taxRates())
            if (mark.equals(known.getMetadata().get(METADATA))) return known.getId();
        var params = TaxRateCreateParams.builder()
                .setDisplayName(rules.name())
                .setPercentage(new BigDecimal(due.percent().toPlainString()))
                .setInclusive(false)
                .setCountry(due.country())
                .setJurisdiction(due.country())
                .putMetadata(METADATA, mark);
        return documents.createTaxRate(params.build(), "tax-rate:" + mark).getId();
    }

    /** A changed place or number counts for the next invoice. Repeats safely. */
    @OutboundListener(id = "billing.tax-of-plan")
    public void on(SellerChanged changed) {
        var tenant = Tenancy.require();
        var row = rows.of(changed.tenant());
        if (row.customer() == null) return;
        var key = changed.tenant() + ":" + rows.nextAttempt(changed.tenant());
        tell(tenant, row.customer(), key);
        if (row.subscription() == null || !row.isAlive()) return;
        var params = SubscriptionUpdateParams.builder();
        var rates = rates(tenant);
        if (rates.isEmpty()) params.setDefaultTaxRates(EmptyParam.EMPTY);
        else params.addAllDefaultTaxRate(rates);
        var unused = stripe.updateSubscription(row.subscription(), params.build(), "tax:" + key);
    }
}
