package org.plenary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.identity.limits.ApiLimit;
import org.plenary.identity.limits.LimitSettings;
import org.plenary.kernel.web.ProblemWriter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Programs: how they get tokens, and where these are good. */
class TokensIT extends PlenaryIT {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RateLimits limits;

    @Autowired
    private ProblemWriter problems;

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
    void aSecretIsReplacedWhileTheFormerGoesOnAndEndsWithItsTokensOnDemand() {
        var tenant = aTenant();
        var owner = owner(tenant);
        var client = owner.post("/api/v1/api-clients", Map.of("name", "sync")).expect(201);
        var id = client.text("/client_id");
        var path = "/api/v1/api-clients/" + id;

        var rotated = owner.post(path + "/secret", Map.of("overlap_hours", 168)).expect(201);

        assertThat(rotated.text("/former_until")).isNotBlank();
        var byFormer = platform().token(id, client.text("/client_secret"));
        anonymous(tenant)
                .withToken(platform().token(id, rotated.text("/client_secret")))
                .get("/api/v1/members")
                .expect(200);
        anonymous(tenant).withToken(byFormer).get("/api/v1/members").expect(200);
        owner.delete(path + "/former-secret").expect(204);
        anonymous(tenant).withToken(byFormer).get("/api/v1/members").expect(401);
        assertThat(tokenAnswer(id, client.text("/client_secret"))).isEqualTo(401);
        var present = platform().token(id, rotated.text("/client_secret"));
        anonymous(tenant).withToken(present).get("/api/v1/members").expect(200);
        owner.delete(path + "/former-secret").expect(404);

        owner.post(path + "/secret", Map.of("overlap_hours", 0)).expect(201);

        anonymous(tenant).withToken(present).get("/api/v1/members").expect(401);
        assertThat(tokenAnswer(id, rotated.text("/client_secret"))).isEqualTo(401);
        owner.post(path + "/secret", Map.of("overlap_hours", 169)).expect(422);
    }

    @Test
    void aClientIsRefusedAfterItsLastDay() {
        var tenant = aTenant();
        var owner = owner(tenant);
        var today = LocalDate.now(tenant.timeZone());
        var client = owner.post(
                        "/api/v1/api-clients",
                        Map.of("name", "sync", "description", "For a week", "last_day", today.toString()))
                .expect(201);
        var id = client.text("/client_id");
        var token = platform().token(id, client.text("/client_secret"));
        anonymous(tenant).withToken(token).get("/api/v1/members").expect(200);
        var listed = owner.get("/api/v1/api-clients/" + id).expect(200);
        assertThat(listed.text("/last_day")).isEqualTo(today.toString());
        assertThat(listed.text("/description")).isEqualTo("For a week");
        assertThat(listed.text("/last_used_at")).isNotBlank();

        jdbc.sql("update control.api_client set ends_at = now() where id = ?")
                .param(id)
                .update();

        anonymous(tenant).withToken(token).get("/api/v1/members").expect(401);
        assertThat(tokenAnswer(id, client.text("/client_secret"))).isEqualTo(401);
        var past = Map.of("name", "sync", "last_day", today.minusDays(2).toString());
        assertThat(owner.post("/api/v1/api-clients", past).expect(422).text("/errors/0/pointer"))
                .isEqualTo("/last_day");
        owner.put("/api/v1/api-clients/" + id, Map.of("name", "sync")).expect(200);
        anonymous(tenant).withToken(token).get("/api/v1/members").expect(200);
    }

    private static int tokenAnswer(String id, String secret) {
        return platform()
                .form(
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret))
                .status();
    }

    @Test
    void whoAsksTooOftenIsToldWhenToAskAgain() throws Exception {
        var limit = new ApiLimit(limits, new LimitSettings(2, 1, 1, 1, 1), problems);
        var request = new MockHttpServletRequest("GET", "/api/v1/members");
        request.setRemoteAddr("198.51.100." + ThreadLocalRandom.current().nextInt(255));
        for (var i = 0; i < 2; i++) limit.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());

        var answer = new MockHttpServletResponse();
        limit.doFilter(request, answer, new MockFilterChain());

        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(Integer.parseInt(String.valueOf(answer.getHeader("Retry-After"))))
                .isBetween(1, 31);
        assertThat(answer.getHeader("RateLimit")).isEqualTo("\"api\";r=0;t=" + answer.getHeader("Retry-After"));
        assertThat(answer.getHeader("RateLimit-Policy")).isEqualTo("\"api\";q=2;w=60");
    }

    @Test
    void anAnswerSaysHowManyRequestsAreLeft() {
        var answer = owner(aTenant()).get("/api/v1/members").expect(200);

        assertThat(answer.headers().firstValue("RateLimit-Policy").orElse("")).isEqualTo("\"api\";q=6000;w=60");
        assertThat(answer.headers().firstValue("RateLimit").orElse("")).matches("\"api\";r=59\\d\\d;t=\\d+");
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
    void aProgramGivesNoScopeThatItDoesNotHave() {
        var tenant = aTenant();
        var admin = as(tenant, Permission.TENANT_ADMIN);

        var answer = admin.post("/api/v1/api-clients", Map.of("name", "sync", "scopes", List.of("billing:write")))
                .expect(422);

        assertThat(answer.text("/errors/0/code")).isEqualTo("beyond_own_rights");
        assertThat(admin.post("/api/v1/api-clients", Map.of("name", "sync"))
                        .expect(201)
                        .json()
                        .at("/scopes")
                        .toString())
                .contains("tenant:admin")
                .doesNotContain("billing:write");
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
