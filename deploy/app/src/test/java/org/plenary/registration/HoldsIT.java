package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.aHotel;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.hotel;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.kernel.Ids;
import org.plenary.payments.PaymentReceived;
import org.plenary.registration.order.HoldSweeper;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class HoldsIT extends PlenaryIT {
    @Autowired
    private HoldSweeper sweeper;

    @Autowired
    private StockCheck stockCheck;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Accounts accounts;

    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void aConferenceWithOnePlaceAndOneRoom() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "last", "100.00", 1);
        aHotel(owner, 1);
        publish(owner);
    }

    @Test
    void anUnpaidHoldExpiresAndFreesEverything() {
        var order = order();
        assertThat(left()).isZero();

        expire(order);

        assertThat(status(order)).isEqualTo("expired");
        assertThat(left()).isEqualTo(1);
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
        order().expect(201);
    }

    @Test
    void aLatePaymentTakesThePlacesAgainWhenTheyAreThere() {
        var order = order();
        expire(order);

        pay(order);

        eventually("the order is confirmed", () -> status(order).equals("confirmed"));
        assertThat(left()).isZero();
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
    }

    @Test
    void aLatePaymentGoesBackWhenThePlacesAreGone() {
        var late = order();
        expire(late);
        var quicker = order();

        pay(late);

        eventually(
                "the buyer is told",
                () -> inbox().mails("ada@example.org").stream()
                        .anyMatch(mail -> mail.subject().contains(late.text("/code"))
                                && mail.subject().contains("Money comes back")));
        assertThat(status(late)).isIn("expired", "refunded");
        assertThat(status(quicker)).isEqualTo("pending");
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
    }

    @Test
    void aBuyerCancelsAnUnpaidOrderWithTheSecretOnly() {
        var order = order();
        var path = PATH + "/orders/" + order.text("/code");

        anonymous(tenant).post(path + "/cancellation?secret=wrong", "{}").expect(404);
        anonymous(tenant)
                .post(path + "/cancellation?secret=" + order.text("/secret"), "{}")
                .expect(200);

        assertThat(status(order)).isEqualTo("cancelled");
        assertThat(left()).isEqualTo(1);
        eventually(
                "the buyer is told",
                () -> inbox().mails("ada@example.org").stream()
                        .anyMatch(
                                mail -> mail.subject().equals("Your order " + order.text("/code") + " was cancelled")));
    }

    private Http.Answer order() {
        return anonymous(tenant)
                .post(PATH + "/orders", cart("last", hotel(owner), "2027-05-10", "2027-05-12"))
                .expect(201);
    }

    private void expire(Http.Answer order) {
        Tenancy.runAs(tenant, () -> {
            jdbc.sql("UPDATE orders SET expires_at = now() - interval '1 minute' WHERE code = :code")
                    .param("code", order.text("/code"))
                    .update();
            sweeper.sweep();
        });
        eventually("the order is expired", () -> status(order).equals("expired"));
    }

    @Test
    void aPaymentOverAnotherSumIsShownToStaffUntilTheyHaveDealtWithIt() {
        var order = order();
        var desk = new DeskFixture(tenant, owner.port(), accounts);
        var orders = "/manage/conferences/conf27/orders";
        assertThat(desk.open(orders).body()).doesNotContain("matches no price");

        pay(order, "EUR 7.00");

        eventually("it is shown", () -> desk.open(orders).body().contains("A payment matches no price of its order"));
        var page = desk.open(orders);
        assertThat(page.body()).contains("€7.00 came in on", "the order costs €");
        assertThat(status(order)).isEqualTo("pending");
        var settled = desk.submit(page, DeskFixture.link(page, "/settlement"), Map.of());
        assertThat(settled.body()).contains("marked as dealt with").doesNotContain("matches no price");
    }

    private void pay(Http.Answer order) {
        var total = order.json().at("/total");
        pay(order, total.at("/currency").asString() + " " + total.at("/amount").asString());
    }

    /** The money is there: the event that billing publishes for it. */
    private void pay(Http.Answer order, String money) {
        Tenancy.runAs(
                tenant,
                () -> transaction.executeWithoutResult(status -> {
                    var id = jdbc.sql("SELECT id FROM orders WHERE code = :code")
                            .param("code", order.text("/code"))
                            .query((row, n) -> row.getObject(1, UUID.class))
                            .single();
                    events.publishEvent(new PaymentReceived(tenant.id(), Ids.next(), id, Money.parse(money)));
                }));
    }

    private String status(Http.Answer order) {
        return owner.get(PATH + "/orders/" + order.text("/code")).expect(200).text("/status");
    }

    private int left() {
        return owner.get(PATH + "/availability")
                .expect(200)
                .json()
                .at("/fees/0/left")
                .asInt();
    }
}
