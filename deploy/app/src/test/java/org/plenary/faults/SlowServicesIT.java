package org.plenary.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.billing.CardSandboxControl;
import org.plenary.embedded.Kind;

/** People order, half of them pay, and something around the application is slow, fails now and then, or answers twice. */
class SlowServicesIT extends FaultFixture {
    private static final int PEOPLE = 4;

    @BeforeEach
    void cardsAreTaken() {
        anAccountAtStripe();
    }

    @AfterEach
    void stripeIsItself() {
        control("faults/clear", "{}");
        control("webhooks", "{\"reorder\": false, \"duplicate\": 0, \"drop\": 0, \"paused\": false}");
        control("webhooks/flush", "{}");
    }

    @Test
    void withASlowDatabaseEverybodyIsServedLater() throws Exception {
        var postgres = services().service(Kind.POSTGRES).pid();
        try (var unused = Drag.onChildrenOf(postgres);
                var rush = buyers.rush(PEOPLE)) {
            eventually("people are served", () -> buyers.promised().size() >= 10);
        }

        recoversFrom("a slow database");
        nobodyMetAnError();
    }

    @Test
    void withASlowSearchNobodyWhoOrdersWaitsForIt() throws Exception {
        var elasticsearch = services().service(Kind.ELASTICSEARCH).pid();
        try (var unused = Drag.on(elasticsearch);
                var rush = buyers.rush(PEOPLE)) {
            submit("Grasping slowly").expect(201);
            eventually("people are served", () -> buyers.promised().size() >= 10);
            assertThat(owner.get(PATH + "/search/papers?q=grasping").status()).isIn(200, 503);
        }

        recoversFrom("a slow search");
        nobodyMetAnError();
    }

    @Test
    void whateverTheMailServerDoesOrdersAreTakenAndEachMailArrivesOnceInTheEnd() throws Exception {
        var mail = services().service(Kind.MAIL);
        services().stop(Kind.MAIL);
        try (var server = MoodyMailServer.inPlaceOf(mail)) {
            try (var unused = buyers.rush(2)) {
                eventually(
                        "people are served, and mails are tried in vain",
                        () -> buyers.promised().size() >= 6 && server.calls() >= 8);
            }
        }

        services().startAgain(Kind.MAIL);

        recoversFrom("a mail server that was slow, refused and bounced");
        nobodyMetAnError();
        assertThat(inbox().mails(buyers.email()))
                .as("at least one for each order")
                .hasSizeGreaterThanOrEqualTo((int) confirmed());
    }

    private long confirmed() {
        return buyers.promised().values().stream().filter("confirmed"::equals).count();
    }

    @Test
    void whateverStripeDoesOrdersStandAndWhoPaidHasPaidOnce() throws Exception {
        control("webhooks", "{\"reorder\": true, \"duplicate\": 1, \"drop\": 0, \"paused\": false}");
        control("faults", "{\"latency_ms\": 100}");
        try (var unused = buyers.rush(PEOPLE)) {
            for (var kind : new String[] {"500", "429", "close"})
                for (var when : new String[] {"before", "after"}) {
                    var served = buyers.promised().size();
                    control("faults", "{\"kind\": \"%s\", \"when\": \"%s\", \"count\": 6}".formatted(kind, when));
                    eventually("people are served", () -> buyers.promised().size() > served + 2);
                }
        }

        stripeIsItself();

        recoversFrom("a Stripe that was slow, failed and told everything twice");
        nobodyMetAnError();
        assertThat(buyers.promised()).containsValue("confirmed");
    }

    /** What cannot be done now is said to be so. */
    private void nobodyMetAnError() {
        assertThat(buyers.answers())
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.body()).isIn(200, 201, 409, 503));
    }

    private static void control(String what, String json) {
        CardSandboxControl.change(services().stripe().get("api-base"), what, json);
    }
}
