package org.plenary.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;

class OperatorIT extends PlenaryIT {
    @Test
    void aTenantIsFoundWithItsUsage() {
        var tenant = aTenant();
        owner(tenant).post("/api/v1/conferences", """
                        {"slug": "one", "name": "One", "starts_on": "2027-05-14", "ends_on": "2027-05-16",
                         "time_zone": "Europe/Berlin", "venue": {"name": "Hall", "city": "Berlin", "country": "DE"},
                         "currency": "EUR", "languages": ["en"]}""").expect(201);

        var found =
                operator().get("/api/v1/operator/tenants?q=" + tenant.slug()).expect(200);

        assertThat(found.json().at("/items")).hasSize(1);
        assertThat(found.text("/items/0/slug")).isEqualTo(tenant.slug());
        assertThat(found.text("/items/0/status")).isEqualTo("active");
        assertThat(found.json().at("/items/0/usage/conferences").asInt()).isEqualTo(1);
        assertThat(found.json().at("/items/0/usage/registrations").asInt()).isZero();
        assertThat(found.json().at("/items/0/usage/storage_bytes").asLong()).isGreaterThan(100_000);
    }

    @Test
    void tenantsArePagedByCursor() {
        aTenant();
        aTenant();

        var first = operator().get("/api/v1/operator/tenants?limit=1").expect(200);
        var second = operator()
                .get("/api/v1/operator/tenants?limit=1&after=" + first.text("/next"))
                .expect(200);

        assertThat(first.json().at("/items")).hasSize(1);
        assertThat(second.text("/items/0/slug")).isGreaterThan(first.text("/items/0/slug"));
        operator().get("/api/v1/operator/tenants?status=sleeping").expect(422);
    }

    @Test
    void aSuspendedTenantShowsItsNoticeAndTakesNothingUntilItIsResumed() {
        var tenant = aTenant();
        var address = "/api/v1/operator/tenants/" + tenant.slug();
        operator().patch(address, Map.of("status", "suspended")).expect(422);

        operator()
                .patch(address, Map.of("status", "suspended", "reason", "Unpaid"))
                .expect(200);

        anonymous(tenant).get("/").expect(503);
        anonymous(tenant).post("/api/v1/conferences/any/orders", "{}").expect(503);
        assertThat(operator().get(address).expect(200).text("/reason")).isEqualTo("Unpaid");
        operator().patch(address, Map.of("status", "active")).expect(200);
        owner(tenant).get("/api/v1/tenant").expect(200);
    }

    @Test
    void nobodyElseGetsIn() {
        var tenant = aTenant();

        platform().get("/api/v1/operator/tenants").expect(401);
        operator().get("/api/v1/operator/tenants/nobody-of-this-name").expect(404);
        owner(tenant).get("/api/v1/operator/tenants").expect(404);
        assertThat(platform().get("/operator/tenants").status()).isIn(302, 401, 403);
    }
}
