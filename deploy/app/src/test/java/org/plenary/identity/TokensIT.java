package org.plenary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;

/** Programs: how they get tokens, and where these are good. */
class TokensIT extends PlenaryIT {
    @Test
    void aTokenOpensItsOwnTenant() {
        var owner = owner(aTenant());

        owner.get("/api/v1/members").expect(200);
    }

    @Test
    void aTokenOfOneTenantIsRefusedOnEveryOtherHost() {
        var here = aTenant();
        var there = aTenant();
        var client = owner(here)
                .post("/api/v1/api-clients", Map.of("name", "sync", "scopes", List.of("tenant:admin")))
                .expect(201);
        var token = platform().token(client.text("/client_id"), client.text("/client_secret"));

        anonymous(here).withToken(token).get("/api/v1/members").expect(200);
        var answer = anonymous(there).withToken(token).get("/api/v1/members").expect(401);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        platform().withToken(token).get("/api/v1/operator/tenants").expect(401);
    }

    @Test
    void theOperatorsTokenIsForThePlatformHostAlone() {
        var token = platform().token("operator", "operator");

        anonymous(aTenant()).withToken(token).get("/api/v1/members").expect(401);
        platform().withToken(token).get("/actuator/metrics").expect(200);
        platform().get("/actuator/metrics").expect(401);
        platform().get("/actuator/health/readiness").expect(200);
    }

    @Test
    void theSecretMayBeSentInTheForm() {
        var client = owner(aTenant())
                .post("/api/v1/api-clients", Map.of("name", "sync"))
                .expect(201);

        var answer = platform()
                .form(
                        "/oauth2/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                client.text("/client_id"),
                                "client_secret",
                                client.text("/client_secret"),
                                "scope",
                                "papers:read"))
                .expect(200);

        assertThat(answer.text("/scope")).isEqualTo("papers:read");
        assertThat(answer.text("/token_type")).isEqualTo("Bearer");
    }

    @Test
    void aWrongSecretGetsNoToken() {
        var client = owner(aTenant())
                .post("/api/v1/api-clients", Map.of("name", "sync"))
                .expect(201);

        var answer = platform()
                .form(
                        "/oauth2/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                client.text("/client_id"),
                                "client_secret",
                                "wrong"));

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void scopesLimitWhatAProgramMayDo() {
        var reader = as(aTenant(), Permission.PAPERS_READ);

        reader.get("/api/v1/members").expect(403);
    }

    @Test
    void withoutATokenOnlyPublicThingsAnswer() {
        var answer = anonymous(aTenant()).get("/api/v1/members").expect(401);

        assertThat(answer.text("/code")).isEqualTo("unauthorized");
    }

    @Test
    void aRevokedClientIsRefusedAtOnce() {
        var tenant = aTenant();
        var owner = owner(tenant);
        var client = owner.post("/api/v1/api-clients", Map.of("name", "sync")).expect(201);
        var token = platform().token(client.text("/client_id"), client.text("/client_secret"));
        anonymous(tenant).withToken(token).get("/api/v1/members").expect(200);

        owner.delete("/api/v1/api-clients/" + client.text("/client_id")).expect(204);

        anonymous(tenant).withToken(token).get("/api/v1/members").expect(401);
    }

    @Test
    void aClientOfAnotherTenantIsNotThere() {
        var client = owner(aTenant())
                .post("/api/v1/api-clients", Map.of("name", "sync"))
                .expect(201);

        owner(aTenant())
                .delete("/api/v1/api-clients/" + client.text("/client_id"))
                .expect(404);
    }

    @Test
    void theOperatorsScopeCannotBeGiven() {
        var answer = owner(aTenant())
                .post("/api/v1/api-clients", Map.of("name", "sync", "scopes", List.of("operator")))
                .expect(422);

        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/scopes");
    }

    @Test
    void aForgedTokenIsRefused() {
        anonymous(aTenant())
                .withToken("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.")
                .get("/api/v1/members")
                .expect(401);
    }
}
