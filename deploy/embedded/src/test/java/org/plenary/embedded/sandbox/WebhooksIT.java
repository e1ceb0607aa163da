package org.plenary.embedded.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.Stripe;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.model.checkout.Session;
import com.stripe.net.Webhook;
import com.stripe.param.RefundCreateParams;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenary.embedded.sandbox.WebhookReceiver.Received;

class WebhooksIT {
    private static final String COMPLETED = "checkout.session.completed";

    @TempDir
    Path data;

    SandboxFixture sandbox;
    String account;

    @BeforeEach
    void start() throws Exception {
        sandbox = new SandboxFixture(data);
        account = sandbox.account("Society of Examples");
        sandbox.receiver.await(1, hook -> hook.isOf("account.updated"));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void eventsOfAnAccountAreSignedForTheConnectEndpoint() throws Exception {
        Session session = sandbox.paid(account);

        Received hook = sandbox.receiver.await(1, one -> one.isOf(COMPLETED)).getFirst();
        assertThat(hook.path()).isEqualTo("/connect");
        assertThat(hook.host()).startsWith("localhost:");
        Event event = Webhook.constructEvent(hook.body(), hook.signature(), SandboxFixture.CONNECT_SECRET);
        assertThat(event.getAccount()).isEqualTo(account);
        assertThat(event.getApiVersion()).isEqualTo(Stripe.API_VERSION).isEqualTo(Events.API_VERSION);
        var object = (Session) event.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(object.getId()).isEqualTo(session.getId());
        assertThatThrownBy(() -> Webhook.constructEvent(hook.body(), hook.signature(), "whsec_other"))
                .isInstanceOf(SignatureVerificationException.class);
        assertThat(sandbox.stripe
                        .v1()
                        .events()
                        .retrieve(event.getId(), SandboxFixture.as(account))
                        .getType())
                .isEqualTo(COMPLETED);
    }

    @Test
    void thePlatformsOwnEventsGoToItsOwnEndpoint() throws Exception {
        var params =
                SandboxFixture.aSession(5_000, "jpy").setPaymentIntentData(null).build();
        Session session = sandbox.stripe.v1().checkout().sessions().create(params);
        Payer.at(session.getUrl()).pay("4242424242424242");

        Received hook = sandbox.receiver.await(1, one -> one.isOf(COMPLETED)).getFirst();
        assertThat(hook.path()).isEqualTo("/platform");
        assertThat(Webhook.constructEvent(hook.body(), hook.signature(), SandboxFixture.PLATFORM_SECRET)
                        .getAccount())
                .isNull();
    }

    @Test
    void refundsAreToldInFull() throws Exception {
        Session session = sandbox.paid(account);

        sandbox.stripe
                .v1()
                .refunds()
                .create(
                        RefundCreateParams.builder()
                                .setPaymentIntent(session.getPaymentIntent())
                                .build(),
                        SandboxFixture.as(account));

        for (String type : List.of("refund.created", "refund.updated", "charge.refunded")) {
            Received hook = sandbox.receiver.await(1, one -> one.isOf(type)).getFirst();
            Event event = Webhook.constructEvent(hook.body(), hook.signature(), SandboxFixture.CONNECT_SECRET);
            assertThat(event.getDataObjectDeserializer().getObject()).isPresent();
        }
    }

    @Test
    void aRefusedEventIsSentAgain() throws Exception {
        sandbox.receiver.refusals.set(3);

        sandbox.paid(account);

        List<Received> hooks = sandbox.receiver.await(5, hook -> true);
        assertThat(hooks).hasSizeGreaterThanOrEqualTo(5);
        sandbox.receiver.await(1, hook -> hook.isOf(COMPLETED));
    }

    @Test
    void heldEventsSurviveARestart() throws Exception {
        sandbox.control("webhooks", "paused=true");
        Session session = sandbox.paid(account);
        assertThat(sandbox.receiver.all).noneMatch(hook -> hook.isOf(COMPLETED));

        sandbox.restart();

        sandbox.receiver.await(1, hook -> hook.isOf(COMPLETED));
        assertThat(sandbox.stripe
                        .v1()
                        .checkout()
                        .sessions()
                        .retrieve(session.getId(), SandboxFixture.as(account))
                        .getPaymentStatus())
                .isEqualTo("paid");
    }

    @Test
    void deliveriesGoWrongAsOrdered() throws Exception {
        sandbox.control("webhooks", "paused=true");
        sandbox.paid(account);
        sandbox.control("webhooks", "wrong_secret=1&duplicate=1");
        sandbox.control("webhooks/flush", "");

        List<Received> hooks = sandbox.receiver.await(3, hook -> !hook.isOf("account.updated"));

        assertThat(hooks)
                .anySatisfy(hook -> assertThatThrownBy(() ->
                                Webhook.constructEvent(hook.body(), hook.signature(), SandboxFixture.CONNECT_SECRET))
                        .isInstanceOf(SignatureVerificationException.class));
    }
}
