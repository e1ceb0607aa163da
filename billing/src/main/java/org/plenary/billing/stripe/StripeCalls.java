package org.plenary.billing.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.model.v2.core.Account;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.RefundRetrieveParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionExpireParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import com.stripe.param.v2.core.AccountCreateParams;
import com.stripe.param.v2.core.AccountLinkCreateParams;
import com.stripe.param.v2.core.AccountRetrieveParams;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Every call to Stripe that there is. Whatever changes something carries an idempotency key; whatever concerns an
 * organization's money names its account.
 *
 * <p>All throw {@link StripeUnavailable} or {@link StripeRefused}.
 */
@Component
public class StripeCalls {
    private static final Logger LOG = LoggerFactory.getLogger(StripeCalls.class);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 20_000;
    private static final int RETRIES = 1;
    private static final Duration A_WHILE = Duration.ofSeconds(1);
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;

    private final @Nullable StripeClient client;

    private final Pace pace;

    StripeCalls(StripeSettings settings) {
        this.pace = new Pace(settings.callsPerSecond());
        this.client = settings.secretKey() == null ? null : client(settings, settings.secretKey());
    }

    private static StripeClient client(StripeSettings settings, String key) {
        var builder = StripeClient.builder()
                .setApiKey(key)
                .setConnectTimeout(CONNECT_MILLIS)
                .setReadTimeout(READ_MILLIS)
                .setMaxNetworkRetries(RETRIES);
        if (settings.apiBase() != null) {
            var base = settings.apiBase().toString();
            builder.setApiBase(base).setConnectBase(base).setFilesBase(base).setMeterEventsBase(base);
        }
        return builder.build();
    }

    public Account createAccount(AccountCreateParams params, String key) {
        return call(stripe -> stripe.v2()
                .core()
                .accounts()
                .create(params, RequestOptions.builder().setIdempotencyKey(key).build()));
    }

    public Account account(String account) {
        var params = AccountRetrieveParams.builder()
                .addInclude(AccountRetrieveParams.Include.CONFIGURATION__MERCHANT)
                .addInclude(AccountRetrieveParams.Include.REQUIREMENTS)
                .build();
        return call(stripe -> stripe.v2().core().accounts().retrieve(account, params));
    }

    /** The address of a page on which the account's details are filled in; good for one visit. */
    public String accountLink(String account, URI refresh, URI back, String key) {
        var onboarding = AccountLinkCreateParams.UseCase.AccountOnboarding.builder()
                .addConfiguration(AccountLinkCreateParams.UseCase.AccountOnboarding.Configuration.MERCHANT)
                .setRefreshUrl(refresh.toString())
                .setReturnUrl(back.toString())
                .build();
        var params = AccountLinkCreateParams.builder()
                .setAccount(account)
                .setUseCase(AccountLinkCreateParams.UseCase.builder()
                        .setType(AccountLinkCreateParams.UseCase.Type.ACCOUNT_ONBOARDING)
                        .setAccountOnboarding(onboarding)
                        .build())
                .build();
        var options = RequestOptions.builder().setIdempotencyKey(key).build();
        return call(stripe ->
                stripe.v2().core().accountLinks().create(params, options).getUrl());
    }

    public Session createSession(String account, SessionCreateParams params, String key) {
        return call(stripe -> stripe.v1().checkout().sessions().create(params, changing(account, key)));
    }

    /** The session with the payment, charge and fee that belong to it. */
    public Session session(String account, String id) {
        var params = SessionRetrieveParams.builder()
                .addExpand("payment_intent.latest_charge.balance_transaction")
                .build();
        return call(stripe -> stripe.v1().checkout().sessions().retrieve(id, params, reading(account)));
    }

    public Session expireSession(String account, String id, String key) {
        var params = SessionExpireParams.builder().build();
        return call(stripe -> stripe.v1().checkout().sessions().expire(id, params, changing(account, key)));
    }

    public PaymentIntent intent(String account, String id) {
        return call(stripe -> stripe.v1().paymentIntents().retrieve(id, reading(account)));
    }

    public Charge charge(String account, String id) {
        return call(stripe -> stripe.v1().charges().retrieve(id, reading(account)));
    }

    public Refund createRefund(String account, RefundCreateParams params, String key) {
        return call(stripe -> stripe.v1().refunds().create(params, changing(account, key)));
    }

    public Refund refund(String account, String id) {
        var params = RefundRetrieveParams.builder()
                .addExpand("balance_transaction")
                .addExpand("failure_balance_transaction")
                .build();
        return call(stripe -> stripe.v1().refunds().retrieve(id, params, reading(account)));
    }

    public List<Refund> refundsOfIntent(String account, String intent) {
        var params = RefundListParams.builder()
                .setPaymentIntent(intent)
                .setLimit(100L)
                .addExpand("data.balance_transaction")
                .addExpand("data.failure_balance_transaction")
                .build();
        return call(
                stripe -> stripe.v1().refunds().list(params, reading(account)).getData());
    }

    /** For work that nobody waits for: calls of it share a rate, and one that Stripe finds too many is made again when Stripe says. */
    public <T> T patiently(Supplier<T> call) {
        return pace.run(call);
    }

    static RequestOptions changing(String account, String key) {
        return RequestOptions.builder()
                .setStripeAccount(account)
                .setIdempotencyKey(key)
                .build();
    }

    static RequestOptions reading(String account) {
        return RequestOptions.builder().setStripeAccount(account).build();
    }

    interface Call<T> {
        T on(StripeClient stripe) throws StripeException;
    }

    <T> T call(Call<T> call) {
        if (client == null) throw new StripeUnavailable("no key for Stripe is set");
        if (TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException("Stripe is never asked inside a transaction");
        try {
            return call.on(client);
        } catch (StripeException e) {
            throw translated(e);
        }
    }

    private static Duration retryAfter(StripeException e) {
        var answer = e.getStripeError() == null ? null : e.getStripeError().getLastResponse();
        var said =
                answer == null ? "" : answer.headers().firstValue("Retry-After").orElse("");
        return said.matches("\\d{1,4}") ? Duration.ofSeconds(Long.parseLong(said)) : A_WHILE;
    }

    private static RuntimeException translated(StripeException e) {
        var status = e.getStatusCode() == null ? 0 : e.getStatusCode();
        if (e instanceof ApiConnectionException || status == 0)
            return new StripeUnavailable("Stripe cannot be reached", false, e);
        if (e instanceof RateLimitException) return new StripeUnavailable(retryAfter(e), e);
        if (status == CONFLICT) return new StripeUnavailable("Stripe is busy with this", false, e);
        if (status >= SERVER_ERROR) return new StripeUnavailable("Stripe failed with status " + status, true, e);
        // what is kept from us is one account; it is the library's kind of a wrong key
        if (e instanceof AuthenticationException && !(e instanceof PermissionException)) {
            LOG.error("Stripe does not accept the platform's key");
            return new StripeUnavailable("Stripe does not accept the platform's key", false, e);
        }
        return new StripeRefused(e.getCode(), status, String.valueOf(e.getMessage()), e);
    }
}
