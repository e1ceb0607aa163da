package org.plenary.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.plenary.billing.CardHolder;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.registration.RegistrationFixture;
import org.plenary.tenancy.Quota;
import org.plenary.tenancy.QuotaUsed;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

class PlanUseIT extends PlanTests {
    @Autowired
    private Following following;

    @Test
    void eachPaidDelegateIsCountedOnceHereAndAtStripe() {
        var tenant = aTenant();
        var owner = new Subscriber(tenant, platform().port(), accounts);
        owner.subscribe("year", Subscriber.GOOD);
        assertThat(metering.counts(tenant.id())).isTrue();
        var client = owner(tenant);
        RegistrationFixture.aConference(client);
        RegistrationFixture.aFee(client, "full", "100.00", null);
        RegistrationFixture.aFee(client, "free", "0.00", null);
        RegistrationFixture.publish(client);
        var path = RegistrationFixture.PATH + "/orders";
        var paid = anonymous(tenant)
                .post(path, RegistrationFixture.cart("full", Map.of("name", "Ada")))
                .expect(201);
        anonymous(tenant)
                .post(path, RegistrationFixture.cart("free", Map.of("name", "Bo")))
                .expect(201);
        CardHolder.pay(URI.create(paid.text("/payment/url")), CardHolder.GOOD);
        eventually("counted", () -> counted(tenant) == 1);

        var again = List.of(
                jdbc.sql("select delegate_id from control.counted_delegate where tenant_id = ?")
                        .param(tenant.id().value())
                        .query(java.util.UUID.class)
                        .single(),
                Ids.next());
        Tenancy.runAs(
                tenant(tenant),
                () -> transactions.executeWithoutResult(status -> {
                    events.publishEvent(new QuotaUsed(tenant.id(), Quota.DELEGATES, again));
                    events.publishEvent(new QuotaUsed(tenant.id(), Quota.DELEGATES, again));
                }));
        eventually("counted", () -> counted(tenant) == 2);

        metering.tell();
        // as if what was told had not been written down
        jdbc.sql("update control.counted_delegate set told_at = null where tenant_id = ?")
                .param(tenant.id().value())
                .update();
        metering.tell();
        assertThat(metering.difference(rows.of(tenant.id()))).isZero();
        assertThat(owner.open("").body()).contains("Paid delegates");
        assertThat(jdbc.sql("select count(*) from control.counted_delegate where tenant_id = ? and told_at is null")
                        .param(tenant.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatStripeTellsManyTimesAtOnceIsTakenInEachTime() throws Exception {
        var tenant = aTenant();
        var owner = new Subscriber(tenant, platform().port(), accounts);
        owner.subscribe("conference", Subscriber.GOOD);
        var subscription = String.valueOf(rows.of(tenant.id()).subscription());

        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = Collections.nCopies(
                    40, (Callable<String>) () -> following.look("customer.subscription.updated", subscription));
            for (var look : all.invokeAll(looks)) assertThat(look.get()).isEqualTo("subscription");
        }
    }

    @Test
    void aPlanThatIsUsedUpPausesRegistrationAndTellsTheOwnerOnce() {
        var tenant = aTenant();
        var owner = new Subscriber(tenant, platform().port(), accounts);
        var client = owner(tenant);
        RegistrationFixture.aConference(client);
        RegistrationFixture.aFee(client, "free", "0.00", null);
        RegistrationFixture.publish(client);
        plan(tenant, "tiny");
        var path = RegistrationFixture.PATH + "/orders";
        for (var name : List.of("Ada", "Bo"))
            anonymous(tenant)
                    .post(path, RegistrationFixture.cart("free", Map.of("name", name)))
                    .expect(201);

        var refused = anonymous(tenant)
                .post(path, RegistrationFixture.cart("free", Map.of("name", "Cy")))
                .expect(409);

        assertThat(refused.text("/code")).isEqualTo("registration_paused");
        var second = client.post("/api/v1/conferences", conference("second")).expect(409);
        assertThat(second.text("/code")).isEqualTo("plan_limit");
        var limited = tenant(tenant);
        Tenancy.runAs(limited, () -> watch.warn(limited));
        Tenancy.runAs(limited, () -> watch.warn(limited));
        eventually("mail", () -> mails(owner, "registration is paused") == 1);
        assertThat(mails(owner, "all conferences of your plan"))
                .as("a plan for one conference is there to be filled by one")
                .isZero();
        eventually("notice", () -> owner.open("").body().contains("All 2 delegates that your plan allows"));
        assertThatThrownBy(() ->
                        Tenancy.callAs(tenant(tenant), () -> checkout.start(tenant(tenant), plans.chosen("free"))))
                .isInstanceOf(Problem.InvalidInput.class);

        plan(tenant, "free");
        anonymous(tenant)
                .post(path, RegistrationFixture.cart("free", Map.of("name", "Cy")))
                .expect(201);
    }

    @Test
    void thePortalIsOpenedByTheApiAndASecondPaymentPageClosesTheFirst() {
        var tenant = aTenant();
        var url = owner(tenant)
                .post("/api/v1/billing/portal-session", Map.of())
                .expect(200)
                .text("/url");
        assertThat(CardHolder.look(URI.create(url)).statusCode()).isEqualTo(200);
        var first = Tenancy.callAs(tenant, () -> checkout.start(tenant, plans.chosen("conference")));

        var second = Tenancy.callAs(tenant, () -> checkout.start(tenant, plans.chosen("year")));

        assertThat(CardHolder.look(first).statusCode()).isEqualTo(410);
        assertThat(CardHolder.pay(second, CardHolder.GOOD).statusCode()).isEqualTo(303);
        eventually("year", () -> tenant(tenant).plan().equals("year"));
        assertThatThrownBy(() -> Tenancy.callAs(tenant, () -> checkout.start(tenant, plans.chosen("year"))))
                .isInstanceOf(Problem.Conflict.class);
    }
}
