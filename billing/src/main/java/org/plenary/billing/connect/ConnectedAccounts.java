package org.plenary.billing.connect;

import com.stripe.model.v2.core.Account;
import com.stripe.param.v2.core.AccountCreateParams;
import com.stripe.param.v2.core.AccountCreateParams.Configuration.Merchant;
import com.stripe.param.v2.core.AccountCreateParams.Defaults.Responsibilities;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plenary.billing.stripe.StripeCalls;
import org.plenary.billing.stripe.StripeRefused;
import org.plenary.billing.stripe.StripeUnavailable;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts at Stripe on which organizations take their money. */
@Component
public class ConnectedAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectedAccounts.class);
    private static final String COLUMNS =
            "select tenant_id, account_id, charges_enabled from control.connected_account ";

    private final StripeCalls stripe;
    private final JdbcClient jdbc;
    private final Clock clock;

    ConnectedAccounts(StripeCalls stripe, JdbcClient jdbc, Clock clock) {
        this.stripe = stripe;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<ConnectedAccount> of(TenantId tenant) {
        return jdbc.sql(COLUMNS + "where tenant_id = ?")
                .param(tenant.value())
                .query(ConnectedAccounts::row)
                .optional();
    }

    public Optional<ConnectedAccount> byId(String account) {
        return jdbc.sql(COLUMNS + "where account_id = ?")
                .param(account)
                .query(ConnectedAccounts::row)
                .optional();
    }

    /**
     * The account that takes the tenant's money, made now when it is missing.
     *
     * @throws Problem.Unavailable {@code payments_unavailable}
     */
    public String readyFor(Tenant tenant) {
        try {
            var account = of(tenant.id()).orElseGet(() -> create(tenant));
            // somebody may have finished the account's papers without our having been told yet
            if (account.chargesEnabled() || refresh(account.id())) return account.id();
        } catch (StripeUnavailable | StripeRefused e) {
            LOG.warn("the account of {} is not ready: {}", tenant.slug(), e.getMessage());
        }
        throw new Problem.Unavailable(
                "payments_unavailable", "This organization cannot take card payments at the moment; try again later.");
    }

    /** Repeats safely: one tenant has one account. */
    public ConnectedAccount create(Tenant tenant) {
        var account = stripe.createAccount(params(tenant), "account:" + tenant.id());
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into control.connected_account (tenant_id, account_id, charges_enabled, created_at, updated_at)
                        values (?, ?, ?, ?, ?) on conflict (tenant_id) do nothing""")
                .params(tenant.id().value(), account.getId(), takesCards(account), now, now)
                .update();
        return of(tenant.id()).orElseThrow();
    }

    /** Asks whether an account takes cards. */
    public boolean refresh(String account) {
        var enabled = takesCards(stripe.account(account));
        note(account, enabled);
        return enabled;
    }

    /** Keeps that an account cannot be used until Stripe says otherwise. */
    public void lost(String account) {
        note(account, false);
    }

    private void note(String account, boolean enabled) {
        jdbc.sql("update control.connected_account set charges_enabled = ?, updated_at = ? where account_id = ?")
                .params(enabled, Timestamp.from(clock.instant()), account)
                .update();
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
                .build();
    }

    private static boolean takesCards(Account account) {
        return Optional.ofNullable(account.getConfiguration())
                .map(Account.Configuration::getMerchant)
                .map(Account.Configuration.Merchant::getCapabilities)
                .map(Account.Configuration.Merchant.Capabilities::getCardPayments)
                .map(cards -> "active".equals(cards.getStatus()))
                .orElse(false);
    }

    private static ConnectedAccount row(ResultSet row, int number) throws SQLException {
        return new ConnectedAccount(
                TenantId.of(row.getObject("tenant_id", UUID.class)),
                row.getString("account_id"),
                row.getBoolean("charges_enabled"));
    }
}
