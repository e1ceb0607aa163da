package org.plenary.embedded.sandbox;

import com.stripe.StripeClient;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.v2.core.AccountCreateParams;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.plenary.embedded.conformance.Recording;
import org.plenary.embedded.sandbox.SandboxOptions.Endpoint;

/** A sandbox in this process, a receiver of its webhooks, and Stripe's own client in front of it. */
final class SandboxFixture implements AutoCloseable {
    static final String KEY = "sk_test_sandbox";
    static final String CONNECT_SECRET = "whsec_connect";
    static final String PLATFORM_SECRET = "whsec_platform";

    final WebhookReceiver receiver = WebhookReceiver.start();
    final Path data;
    private final Recording recording;
    SandboxServer server;
    StripeClient stripe;

    SandboxFixture(Path data) throws IOException {
        this.data = data;
        recording = new Recording(data.resolve("recording"), false);
        server = start();
        stripe = client(server.port());
    }

    void restart() throws IOException {
        server.close();
        server = start();
        stripe = client(server.port());
    }

    private SandboxServer start() throws IOException {
        return SandboxServer.start(new SandboxOptions(
                0,
                data,
                new Endpoint(receiver.url("connect"), CONNECT_SECRET),
                new Endpoint(receiver.url("platform"), PLATFORM_SECRET),
                KEY,
                data.resolve("recording")));
    }

    static StripeClient client(int port) {
        return client(port, KEY);
    }

    static StripeClient client(int port, String key) {
        String base = "http://localhost:" + port;
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(base)
                .setConnectBase(base)
                .setFilesBase(base)
                .setMeterEventsBase(base)
                .setMaxNetworkRetries(0)
                .build();
    }

    String account(String name) throws Exception {
        return stripe.v2()
                .core()
                .accounts()
                .create(AccountCreateParams.builder()
                        .setDisplayName(name)
                        .setContactEmail("office@example.org")
                        .addInclude(AccountCreateParams.Include.CONFIGURATION__MERCHANT)
                        .build())
                .getId();
    }

    static SessionCreateParams.Builder aSession(long unitAmount, String currency) {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setUiMode(SessionCreateParams.UiMode.HOSTED_PAGE)
                .setSuccessUrl("https://t.example.org/paid?session={CHECKOUT_SESSION_ID}")
                .setCancelUrl("https://t.example.org/cancelled")
                .setClientReferenceId("pay-1")
                .setCustomerEmail("ada@example.org")
                .setExpiresAt(Instant.now().getEpochSecond() + 1800)
                .putMetadata("tenant", "t1")
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .setApplicationFeeAmount(100L)
                        .setDescription("R-7KQ2M")
                        .putMetadata("tenant", "t1")
                        .build())
                .addLineItem(LineItem.builder()
                        .setQuantity(2L)
                        .setPriceData(LineItem.PriceData.builder()
                                .setCurrency(currency)
                                .setUnitAmount(unitAmount)
                                .setProductData(LineItem.PriceData.ProductData.builder()
                                        .setName("Full fee & dinner")
                                        .build())
                                .build())
                        .build());
    }

    Session open(String account) throws Exception {
        return open(account, aSession(5_000, "eur").build());
    }

    Session open(String account, SessionCreateParams params) throws Exception {
        return stripe.v1().checkout().sessions().create(params, as(account));
    }

    /** A session that is already paid with the plain test card. */
    Session paid(String account) throws Exception {
        Session session = open(account);
        Payer.at(session.getUrl()).pay("4242 4242 4242 4242");
        return stripe.v1().checkout().sessions().retrieve(session.getId(), as(account));
    }

    String control(String what, String form) throws Exception {
        return Payer.post("http://localhost:" + server.port() + "/_sandbox/" + what, form)
                .body();
    }

    static RequestOptions as(String account) {
        return RequestOptions.builder().setStripeAccount(account).build();
    }

    static RequestOptions as(String account, String idempotencyKey) {
        return RequestOptions.builder()
                .setStripeAccount(account)
                .setIdempotencyKey(idempotencyKey)
                .setMaxNetworkRetries(0)
                .build();
    }

    @Override
    public void close() {
        server.close();
        receiver.close();
        recording.check();
    }
}
