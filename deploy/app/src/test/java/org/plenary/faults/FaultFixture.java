package org.plenary.faults;

import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.embedded.Kind;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A conference that people register for and submit papers to while something around it breaks. */
abstract class FaultFixture extends PlenaryIT {
    static final String READINESS = "/actuator/health/readiness";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    private StockCheck stock;

    Tenant tenant;
    Http owner;
    Buyers buyers;

    @BeforeEach
    void aConferenceThatSells() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "free", "0.00", null);
        aFee(owner, "regular", "119.00", 5_000);
        publish(owner);
        owner.post(
                        PATH + "/call-for-papers",
                        Map.of(
                                "tracks", List.of(Map.of("key", "learning", "name", "Learning")),
                                "deadline", Map.of("at", "2099-01-31T23:59", "zone", "AoE")))
                .expect(201);
        buyers = new Buyers(anonymous(tenant), "mona-" + tenant.slug() + "@example.org");
    }

    /** Whatever a test stopped runs again, at the same address, before the next one begins. */
    @AfterEach
    void everythingIsBack() {
        for (var kind : Kind.values()) services().startAgain(kind);
        eventually("ready", () -> platform().get(READINESS).status() == 200);
    }

    /** From now, when the service is there again. */
    void recoversFrom(String fault) throws InterruptedException {
        new Recovery(tenant, jdbc, stock, elasticsearch(), inbox()).from(fault, buyers);
    }

    /** Whether what changes can be written to any index, as when its disk is full. */
    static void theIndexTakes(boolean anything) {
        elasticsearch()
                .put("/plenary-*/_settings", "{\"index.blocks.write\": %s}".formatted(anything ? "null" : "true"))
                .expect(200);
    }

    private static Http elasticsearch() {
        var address = URI.create(services().service(Kind.ELASTICSEARCH).address());
        return new Http(address.getPort(), "localhost", Map.of());
    }

    void anAccountAtStripe() {
        eventually(
                "there is an account",
                () -> jdbc.sql("select count(*) from control.connected_account where tenant_id = ?")
                                .param(tenant.id().value())
                                .query(Long.class)
                                .single()
                        == 1);
    }

    Http.Answer submit(String title) {
        return anonymous(tenant)
                .post(
                        PATH + "/submissions",
                        Map.of(
                                "title",
                                title,
                                "abstract",
                                "A beginning, a middle and an end.",
                                "keywords",
                                List.of("robots"),
                                "track",
                                "learning",
                                "authors",
                                List.of(Map.of(
                                        "name",
                                        "Ada Lovelace",
                                        "email",
                                        "ada@example.org",
                                        "country",
                                        "GB",
                                        "corresponding",
                                        true))));
    }
}
