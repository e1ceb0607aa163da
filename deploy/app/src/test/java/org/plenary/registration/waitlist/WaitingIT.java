package org.plenary.registration.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.conference.ConferenceApi;
import org.plenary.kernel.Ids;
import org.plenary.registration.order.HoldSweeper;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A conference whose free fee {@code scarce} has two places, both taken, and whose waiting list is open. */
abstract class WaitingIT extends PlenaryIT {
    static final String LIST = PATH + "/waiting-list";

    @Autowired
    HoldSweeper sweeper;

    @Autowired
    StockCheck stockCheck;

    @Autowired
    Keeping keeping;

    @Autowired
    WaitingLists lists;

    @Autowired
    ConferenceApi conferences;

    @Autowired
    JdbcClient jdbc;

    Tenant tenant;
    Http owner;
    Http anybody;
    Http.Answer firstOrder;
    Http.Answer secondOrder;

    @BeforeEach
    void twoPlacesThatAreTaken() {
        tenant = aTenant();
        owner = owner(tenant);
        anybody = anonymous(tenant);
        aConference(owner);
        aFee(owner, "scarce", "0.00", 2);
        aFee(owner, "plenty", "0.00", null);
        aFee(owner, "dear", "100.00", 0);
        publish(owner);
        owner.put(LIST + "/settings", Map.of("open", true)).expect(200);
        firstOrder = order("scarce").expect(201);
        secondOrder = order("scarce").expect(201);
    }

    Http.Answer order(String fee) {
        return anybody.post(PATH + "/orders", cart(fee, Map.of("name", "Ada Lovelace")));
    }

    Http.Answer join(String email, Object... carts) {
        return anybody.post(
                LIST,
                Map.of(
                        "contact", Map.of("name", "Somebody", "email", email, "country", "DE"),
                        "carts", List.of(carts),
                        "locale", "en"));
    }

    /** A cart without a contact, for so many people. */
    static Map<String, Object> wish(String fee, int people) {
        var wish = new LinkedHashMap<String, Object>();
        var delegates = new java.util.ArrayList<Map<String, Object>>();
        for (var i = 0; i < people; i++) delegates.add(Map.of("fee", fee, "answers", Map.of("name", "Somebody " + i)));
        wish.put("delegates", delegates);
        return wish;
    }

    void cancel(Http.Answer order) {
        owner.post(PATH + "/orders/" + order.text("/code") + "/cancellation", "{}")
                .expect(200);
    }

    String status(Http.Answer entry) {
        return owner.get(LIST + "/" + entry.text("/id")).expect(200).text("/status");
    }

    Http.Answer seen(Http.Answer entry) {
        return anybody.get(LIST + "/" + entry.text("/id") + "?secret=" + entry.text("/secret"));
    }

    Http.Answer accept(Http.Answer entry) {
        return anybody.post(LIST + "/" + entry.text("/id") + "/acceptance?secret=" + entry.text("/secret"), "{}");
    }

    void eventuallyIs(String status, Http.Answer entry) {
        eventually("the entry is " + status, () -> status(entry).equals(status));
    }

    /** The offer's time is up. */
    void lapse(Http.Answer entry) {
        Tenancy.runAs(tenant, () -> {
            jdbc.sql("""
                    UPDATE orders SET expires_at = now() - interval '1 minute'
                    WHERE id = (SELECT order_id FROM waiting_entry WHERE id = :id)""").param("id", UUID.fromString(entry.text("/id"))).update();
            sweeper.sweep();
        });
    }

    /** Nobody looks through the list until the answer is run. */
    Runnable holdTheTurn() {
        var token = Ids.next();
        var conference = conference();
        eventually(
                "the turn is ours",
                () -> Tenancy.callAs(
                        tenant, () -> lists.begin(conference, token).isPresent()));
        return () -> Tenancy.runAs(tenant, () -> {
            lists.abandon(conference, token);
            keeping.keep();
        });
    }

    UUID conference() {
        return Tenancy.callAs(tenant, () -> conferences.bySlug("conf27").id());
    }

    int left(String fee) {
        for (var each : owner.get(PATH + "/availability").expect(200).json().at("/fees"))
            if (each.at("/key").asString().equals(fee)) return each.at("/left").asInt();
        throw new AssertionError("there is no fee " + fee);
    }

    void assertNothingDiffers() {
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
    }
}
