package org.plenary.billing.connect;

import com.stripe.param.v2.core.AccountCreateParams;
import com.stripe.param.v2.core.AccountCreateParams.Configuration.Merchant;
import com.stripe.param.v2.core.AccountCreateParams.Defaults.Responsibilities;
import java.util.Locale;
import java.util.Optional;
import org.plenary.billing.stripe.StripeCalls;
import org.plenary.billing.stripe.StripeRefused;
import org.plenary.billing.stripe.StripeSettings;
import org.plenary.billing.stripe.StripeUnavailable;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The accounts at Stripe on which organizations take their money. */
@Component
public class ConnectedAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectedAccounts.class);

    private final StripeCalls stripe;
    private final StripeSettings settings;
    private final AccountRows rows;

    ConnectedAccounts(StripeCalls stripe, StripeSettings settings, AccountRows rows) {
        this.stripe = stripe;
        this.settings = settings;
        this.rows = rows;
    }

    public Optional<ConnectedAccount> of(TenantId tenant) {
        return rows.of(tenant);
    }

    public Optional<ConnectedAccount> byId(String account) {
        return rows.byId(account);
    }

    /** Whether an organization can take cards, as far as is known; asks nobody. */
    public boolean takesCards(TenantId tenant) {
        return rows.takesCards(tenant).orElse(settings.openAccounts());
    }

    /**
     * The account that takes the tenant's money.
     *
     * @throws Problem.Unavailable {@code payments_unavailable}
     */
    public String readyFor(Tenant tenant) {
        try {
            var account = of(tenant.id()).orElse(null);
            if (account == null && settings.openAccounts()) account = create(tenant);
            // somebody may have finished the account's papers without our having been told yet
            if (account != null && (account.chargesEnabled() || refresh(account.id()) == Standing.ACTIVE))
                return account.id();
        } catch (StripeUnavailable | StripeRefused e) {
            LOG.warn("the account of {} is not ready: {}", tenant.slug(), e.getMessage());
        }
        throw new Problem.Unavailable(
                "payments_unavailable", "This organization cannot take card payments at the moment; try again later.");
    }

    /** Repeats safely: one tenant has one account, and another one only when that was disconnected. */
    public ConnectedAccount create(Tenant tenant) {
        var former = of(tenant.id()).orElse(null);
        if (former != null && former.standing() != Standing.DISCONNECTED) return former;
        var attempt = former == null ? 1 : former.attempt() + 1;
        var key = "account:" + tenant.id() + (attempt == 1 ? "" : ":" + attempt);
        var account = stripe.createAccount(params(tenant), key);
        rows.add(tenant.id(), account.getId(), attempt, SeenAccount.of(account));
        return of(tenant.id()).orElseThrow();
    }

    /** Asks how an account stands. */
    public Standing refresh(String account) {
        var seen = look(account);
        rows.note(account, seen);
        return seen.standing();
    }

    /** Asks how an account stands, when Stripe would not have it used or a night has passed; another time when it cannot be asked. */
    public void lookAgain(String account) {
        try {
            refresh(account);
        } catch (StripeUnavailable | StripeRefused e) {
            LOG.warn("how {} stands is asked later: {}", account, e.getMessage());
        }
    }

    private SeenAccount look(String account) {
        try {
            return SeenAccount.of(stripe.account(account));
        } catch (StripeRefused e) {
            if (e.isAboutAccount()) return SeenAccount.disconnected();
            throw e;
        }
    }

    private static AccountCreateParams params(Tenant tenant) {
        var cards =
                Merchant.Capabilities.CardPayments.builder().setRequested(true).build();
        var merchant = Merchant.builder()
                .setCapabilities(
                        Merchant.Capabilities.builder().setCardPayments(cards).build())
                .build();
        var stripeBears = Responsibilities.builder()
                .setFeesCollector(Responsibilities.FeesCollector.STRIPE)
                .setLossesCollector(Responsibilities.LossesCollector.STRIPE)
                .build();
        return AccountCreateParams.builder()
                .setDisplayName(tenant.name())
                .setDashboard(AccountCreateParams.Dashboard.FULL)
                .setIdentity(AccountCreateParams.Identity.builder()
                        .setCountry(tenant.country().toLowerCase(Locale.ROOT))
                        .build())
                .setConfiguration(AccountCreateParams.Configuration.builder()
                        .setMerchant(merchant)
                        .build())
                .setDefaults(AccountCreateParams.Defaults.builder()
                        .setResponsibilities(stripeBears)
                        .build())
                .putMetadata("tenant", tenant.id().toString())
                .addInclude(AccountCreateParams.Include.CONFIGURATION__MERCHANT)
                .addInclude(AccountCreateParams.Include.REQUIREMENTS)
                .build();
    }
}
