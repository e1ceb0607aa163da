package org.plenary.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.registration.RegistrationFixture;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A program that does not know whether its request arrived sends it again, and nothing is done twice. */
class SafeRepeatsIT extends PlenaryIT {
    private static final String ORDERS = RegistrationFixture.PATH + "/orders";
    private static final Map<String, Object> CART = RegistrationFixture.cart("regular", Map.of("name", "Ada Lovelace"));

    @Autowired
    private JdbcClient jdbc;

    private Tenant tenant;

    @BeforeEach
    void aConferenceThatIsFree() {
        tenant = conference();
    }

    private Tenant conference() {
        var made = aTenant();
        var owner = owner(made);
        RegistrationFixture.aConference(owner);
        RegistrationFixture.aFee(owner, "regular", "0.00", 50);
        RegistrationFixture.publish(owner);
        return made;
    }

    private static Http with(Tenant tenant, String key) {
        return anonymous(tenant).with("Idempotency-Key", key);
    }

    private long orders(Tenant of) {
        return jdbc.sql("select count(*) from " + of.schema() + ".orders")
                .query(Long.class)
                .single();
    }

    @Test
    void theSameRequestAgainGetsTheFirstAnswer() {
        var first = with(tenant, "one").post(ORDERS, CART).expect(201);
        var again = with(tenant, "one").post(ORDERS, CART).expect(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(with(tenant, "two").post(ORDERS, CART).expect(201).text("/code"))
                .isNotEqualTo(first.text("/code"));
        assertThat(orders(tenant)).isEqualTo(2);
    }

    @Test
    void aKeyIsForOneRequestOnly() {
        with(tenant, "one").post(ORDERS, CART).expect(201);
        var other = RegistrationFixture.cart("regular", Map.of("name", "Grace Hopper"));

        assertThat(with(tenant, "one").post(ORDERS, other).expect(409).text("/code"))
                .isEqualTo("idempotency_key_reused");
        with(tenant, "x".repeat(256)).post(ORDERS, CART).expect(400);
        assertThat(orders(tenant)).isOne();
    }

    @Test
    void whatWasRefusedIsRefusedAgainAndNothingElseIsNeeded() {
        var wrong = RegistrationFixture.cart("nothing", Map.of());

        var first = with(tenant, "one").post(ORDERS, wrong).expect(422);
        assertThat(with(tenant, "one").post(ORDERS, wrong).expect(422).body()).isEqualTo(first.body());
        with(tenant, "two").post(ORDERS, CART).expect(201);
    }

    /** Another's key is another key: neither an organization nor a caller gets an answer that was given to somebody else. */
    @Test
    void keysOfOthersAreOtherKeys() {
        var elsewhere = conference();
        var ours = with(tenant, "one").post(ORDERS, CART).expect(201);
        var theirs = with(elsewhere, "one").post(ORDERS, CART).expect(201);
        var program =
                owner(tenant).with("Idempotency-Key", "one").post(ORDERS, CART).expect(201);

        assertThat(java.util.List.of(ours.text("/secret"), theirs.text("/secret"), program.text("/secret")))
                .doesNotHaveDuplicates();
        assertThat(orders(tenant)).isEqualTo(2);
        assertThat(orders(elsewhere)).isOne();
    }

    @Test
    void manyAtOnceAreOneOrder() throws Exception {
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 12; i++)
            calls.add(() -> with(tenant, "one").post(ORDERS, CART).status());

        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(12)) {
            for (var result : threads.invokeAll(calls)) statuses.add(result.get());
        }

        assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
        assertThat(orders(tenant)).isOne();
        with(tenant, "one").post(ORDERS, CART).expect(201);
        assertThat(orders(tenant)).isOne();
    }
}
