package org.plenary.registration.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.cart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.registration.order.PlaceOrder;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.support.SqlArrayValue;

class TakingTurnsIT extends WaitingIT {
    @Autowired
    private Joining joining;

    @Autowired
    private Json json;

    private static final int MANY = 1000;

    /** The first wants three places and cannot have them; the next two are the first ones that fit. */
    @Test
    void twoFreedPlacesAndAThousandWaitingTheFirstTwoThatFitAreOfferedNobodyGetsTwoNobodyIsSkipped() throws Exception {
        var tooMany = join("three@example.org", wish("scarce", 3)).expect(201);
        var first = join("first-of-many@example.org", wish("scarce", 1)).expect(201);
        var second = join("second-of-many@example.org", wish("scarce", 1)).expect(201);
        aThousandMoreLike(second);
        var start = new CountDownLatch(1);
        var work = new ArrayList<Callable<Object>>();
        for (var order : List.of(firstOrder, secondOrder))
            work.add(() -> {
                start.await();
                cancel(order);
                return order;
            });
        for (var i = 0; i < 4; i++)
            work.add(() -> {
                start.await();
                for (var n = 0; n < 5; n++)
                    Tenancy.runAs(tenant, () -> {
                        keeping.keep();
                        sweeper.sweep();
                    });
                return start;
            });
        var bought = new ArrayList<Callable<Http.Answer>>();
        for (var i = 0; i < 4; i++)
            bought.add(() -> {
                start.await();
                return order("scarce");
            });

        var answers = new ArrayList<Http.Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = work.stream().map(threads::submit).toList();
            var buying = bought.stream().map(threads::submit).toList();
            start.countDown();
            for (var each : running) each.get();
            for (var each : buying) answers.add(each.get());
        }
        eventuallyIs("offered", first);
        eventuallyIs("offered", second);
        Tenancy.runAs(tenant, keeping::keep);

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(409));
        assertThat(status(tooMany)).isEqualTo("waiting");
        assertThat(count("SELECT count(*) FROM waiting_entry WHERE status = 'offered'"))
                .isEqualTo(2);
        assertThat(count("SELECT count(*) FROM orders WHERE status IN ('pending', 'confirmed')"))
                .isEqualTo(2);
        assertThat(left("scarce")).isZero();
        assertNothingDiffers();
        for (var to : List.of("first-of-many@example.org", "second-of-many@example.org"))
            eventually(
                    "the offer is mailed",
                    () -> inbox().mails(to).stream()
                                    .filter(mail -> mail.subject().startsWith("It is your turn"))
                                    .count()
                            == 1);
    }

    @Test
    void anOrdinaryBuyerDoesNotOvertakeTheList() {
        var entry = join("waits@example.org", wish("scarce", 1)).expect(201);
        var letGo = holdTheTurn();
        cancel(firstOrder);

        assertThat(left("scarce")).isZero();
        order("scarce").expect(409);
        letGo.run();

        eventuallyIs("offered", entry);
        order("scarce").expect(409);
        assertNothingDiffers();
    }

    @Test
    void morePlacesGoToTheListFirst() {
        var entry = join("waits@example.org", wish("scarce", 1)).expect(201);
        var letGo = holdTheTurn();
        var fee = new LinkedHashMap<String, Object>();
        fee.put("key", "scarce");
        fee.put("name", "Scarce");
        fee.put("capacity", 4);
        fee.put("prices", List.of(Map.of("amount", Map.of("amount", "0.00", "currency", "EUR"))));
        owner.put(PATH + "/fees/scarce", fee).expect(200);

        assertThat(left("scarce")).isZero();
        letGo.run();

        eventuallyIs("offered", entry);
        eventually("the other new place is for everybody", () -> left("scarce") == 1);
        assertNothingDiffers();
    }

    @Test
    void whatNoEntryCanUseGoesBackToThePublic() {
        var entry = join("waits@example.org", wish("scarce", 2)).expect(201);

        cancel(firstOrder);

        eventually("one place is for everybody", () -> left("scarce") == 1);
        order("scarce").expect(201);
        assertThat(status(entry)).isEqualTo("waiting");
        assertNothingDiffers();
    }

    @Test
    void anAllOrNothingBundleOfTwoNightsWaitsUntilBothAreThere() {
        owner.post(PATH + "/hotels", """
                {"name": "Grand", "address": "Street 1", "room_types": [{"key": "single", "name": "Single",
                  "occupancy": 1, "nightly_rate": {"amount": "0.00", "currency": "EUR"}, "nights": [
                    {"date": "2027-05-10", "rooms": 1}, {"date": "2027-05-11", "rooms": 1}]}],
                 "cut_off_on": "2027-05-01", "shoulder_nights": {"before": 0, "after": 0}}""").expect(201);
        var one = anybody.post(PATH + "/orders", cart("plenty", "grand", "2027-05-10", "2027-05-11"))
                .expect(201);
        var other = anybody.post(PATH + "/orders", cart("plenty", "grand", "2027-05-11", "2027-05-12"))
                .expect(201);
        var entry = join("waits@example.org", cart("plenty", "grand", "2027-05-10", "2027-05-12"))
                .expect(201);

        cancel(one);
        eventually("the first night is for everybody", () -> roomsLeft(0) == 1);
        assertThat(status(entry)).isEqualTo("waiting");
        cancel(other);

        eventuallyIs("offered", entry);
        assertThat(roomsLeft(0)).isZero();
        assertThat(roomsLeft(1)).isZero();
        assertNothingDiffers();
    }

    @Test
    void anOfferThatLapsesGoesToTheNext() {
        var first = join("first@example.org", wish("scarce", 1)).expect(201);
        var second = join("second@example.org", wish("scarce", 1)).expect(201);
        cancel(firstOrder);
        eventuallyIs("offered", first);
        assertThat(status(second)).isEqualTo("waiting");

        lapse(first);

        eventuallyIs("offered", second);
        assertThat(status(first)).isEqualTo("lapsed");
        accept(first).expect(409);
        assertNothingDiffers();
    }

    @Test
    void anOfferThatIsDeclinedGoesToTheNext() {
        var first = join("first@example.org", wish("scarce", 1)).expect(201);
        var second = join("second@example.org", wish("scarce", 1)).expect(201);
        cancel(firstOrder);
        eventuallyIs("offered", first);

        anybody.delete(LIST + "/" + first.text("/id") + "?secret=" + first.text("/secret"))
                .expect(204);

        eventuallyIs("offered", second);
        assertThat(status(first)).isEqualTo("declined");
        assertNothingDiffers();
    }

    @Test
    void leavingFreesTheTurn() {
        var first = join("first@example.org", wish("scarce", 1)).expect(201);
        var second = join("second@example.org", wish("scarce", 1)).expect(201);
        anybody.delete(LIST + "/" + first.text("/id") + "?secret=wrong").expect(404);

        anybody.delete(LIST + "/" + first.text("/id") + "?secret=" + first.text("/secret"))
                .expect(204);
        cancel(firstOrder);

        eventuallyIs("offered", second);
        assertThat(status(first)).isEqualTo("left");
        assertNothingDiffers();
    }

    @Test
    void theAlternativeIsOfferedWhenTheFirstWishIsNotThere() {
        var entry =
                join("waits@example.org", wish("scarce", 2), wish("scarce", 1)).expect(201);

        cancel(firstOrder);

        eventuallyIs("offered", entry);
        assertThat(seen(entry).expect(200).json().at("/offer/wish").asInt()).isEqualTo(2);
        assertNothingDiffers();
    }

    @Test
    void anotherWishKeepsWhatDocumentsAreToSay() {
        var contact = Map.of(
                "name", "Somebody",
                "email", "waits@example.org",
                "country", "DE",
                "organization", "University of Looms",
                "address", Map.of("street", "Weaver Street 1", "postal_code", "10115", "city", "Berlin"));
        var entry = anybody.post(LIST, Map.of("contact", contact, "carts", List.of(wish("scarce", 1)), "locale", "en"))
                .expect(201);
        var form = "/c/conf27/register?lang=en&alternative=" + entry.text("/id") + "&secret=" + entry.text("/secret");
        assertThat(anybody.get(form).expect(200).body()).contains("University of Looms", "Weaver Street 1");

        var another = json.read(json.write(wish("dear", 1)), PlaceOrder.class);
        var id = UUID.fromString(entry.text("/id"));
        Tenancy.runAs(tenant, () -> joining.wishAlso(conferences.bySlug("conf27"), id, another));

        assertThat(Tenancy.callAs(
                        tenant,
                        () -> jdbc.sql("""
                                SELECT concat_ws(', ', c ->> 'organization', c #>> '{address,street}', c #>> '{address,city}')
                                FROM waiting_entry, LATERAL (SELECT wishes #> '{1,cart,contact}') AS w (c)
                                WHERE id = :id""").param("id", id).query(String.class).single()))
                .isEqualTo("University of Looms, Weaver Street 1, Berlin");
    }

    private void aThousandMoreLike(Http.Answer entry) {
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < MANY; i++) ids.add(Ids.next());
        Tenancy.runAs(tenant, () -> {
            jdbc.sql("""
                    INSERT INTO waiting_entry (id, conference_id, status, name, email, country, locale, secret_hashes,
                        wishes, thing, keys, scarce, needed, priced_on, joined_at)
                    SELECT new.id, e.conference_id, 'waiting', e.name, new.id || '@example.org', e.country, e.locale,
                        e.secret_hashes, e.wishes, e.thing, e.keys, e.scarce, e.needed, e.priced_on, e.joined_at
                    FROM waiting_entry e, unnest(:ids) AS new (id) WHERE e.id = :like""")
                    .param("ids", new SqlArrayValue("uuid", ids.toArray()))
                    .param("like", UUID.fromString(entry.text("/id")))
                    .update();
            jdbc.sql("UPDATE stock SET waiting = waiting + :many WHERE key = 'fee:scarce'")
                    .param("many", MANY)
                    .update();
        });
        assertNothingDiffers();
    }

    private int roomsLeft(int night) {
        return owner.get(PATH + "/availability")
                .expect(200)
                .json()
                .at("/rooms/0/room_types/0/nights/" + night + "/left")
                .asInt();
    }

    private long count(String sql) {
        return Tenancy.callAs(tenant, () -> jdbc.sql(sql).query(Long.class).single());
    }
}
