package org.plenary.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Public;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantHost;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every mapped endpoint as one tenant with what belongs to another. It finds the endpoints by itself, so a new one is
 * walked from its first day.
 */
class TenantsNeverMeetIT extends PlenaryIT {
    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private Tenant ours;
    private Tenant theirs;
    private Belongings belongings;

    /** One endpoint of tenants' hosts. */
    private record Endpoint(HttpMethod method, String pattern, HandlerMethod handler) {
        boolean isApi() {
            return pattern.startsWith("/api/");
        }

        boolean isPublic() {
            return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Public.class)
                    || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Public.class);
        }

        boolean namesSomething() {
            return pattern.contains("{");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @BeforeEach
    void twoTenants() {
        ours = aTenant();
        theirs = aTenant();
        belongings = Belongings.of(owner(theirs), anonymous(theirs));
    }

    @Test
    void theWalkFindsTheEndpoints() {
        assertThat(endpoints()).hasSizeGreaterThan(60).anyMatch(Endpoint::isApi).anyMatch(e -> !e.isApi());
    }

    @Test
    void identifiersOfAnotherTenantLeadNowhere() {
        var us = owner(ours);
        var found = new ArrayList<String>();
        for (var endpoint : endpoints()) {
            if (!endpoint.namesSomething()) continue;
            for (var path : belongings.paths(endpoint.pattern())) {
                var answer = call(us, endpoint, path);
                if (belongings.isShownIn(answer.body())) found.add(endpoint + " shows theirs: " + path);
                if (endpoint.isApi() && endpoint.method() == HttpMethod.GET && !REFUSED.contains(answer.status()))
                    found.add(endpoint + " answers " + answer.status() + " to " + path);
                if (answer.status() < 300 && endpoint.isApi()) found.add(endpoint + " did something at " + path);
                if (answer.status() >= 500) found.add(endpoint + " fails with " + answer.status() + " at " + path);
            }
        }
        assertThat(found).isEmpty();
    }

    /** Under the address of one conference nothing of another one of the same organization can be read or changed. */
    @Test
    void identifiersOfAnotherConferenceLeadNowhere() {
        var owner = owner(theirs);
        owner.post("/api/v1/conferences", """
                        {"slug": "empty", "name": "Empty", "starts_on": "2027-05-10", "ends_on": "2027-05-12",
                         "time_zone": "Europe/Berlin", "venue": {"name": "Hall", "city": "Berlin", "country": "DE"},
                         "currency": "EUR", "languages": ["en"]}""").expect(201);
        var found = new ArrayList<String>();
        for (var endpoint : endpoints()) {
            var pattern = endpoint.pattern();
            if (!endpoint.isApi()
                    || !pattern.contains("{conference}")
                    || pattern.indexOf('{') == pattern.lastIndexOf('{')) continue;
            for (var path : belongings.paths(pattern, "empty")) {
                var answer = call(owner, endpoint, path);
                if (answer.status() < 400 || answer.status() >= 500)
                    found.add(endpoint + " answers " + answer.status() + " to " + path);
                if (belongings.isShownIn(answer.body())) found.add(endpoint + " shows another's: " + path);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void listsOfOneTenantShowNothingOfAnother() {
        var us = owner(ours);
        var found = new ArrayList<String>();
        for (var endpoint : endpoints()) {
            if (endpoint.namesSomething() || endpoint.method() != HttpMethod.GET) continue;
            var answer = call(us, endpoint, endpoint.pattern());
            if (belongings.isShownIn(answer.body())) found.add(endpoint + " shows theirs");
            if (answer.status() >= 500) found.add(endpoint + " fails with " + answer.status());
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aTokenOfAnotherTenantOpensNothing() {
        var stranger = anonymous(theirs).with("Authorization", tokenOf(ours));
        var found = new ArrayList<String>();
        for (var endpoint : endpoints()) {
            if (!endpoint.isApi()) continue;
            for (var path : belongings.paths(endpoint.pattern())) {
                var answer = call(stranger, endpoint, path);
                if (answer.status() != 401 && answer.status() != 415)
                    found.add(endpoint + " answers " + answer.status() + " to a strange token");
                if (belongings.isShownIn(answer.body())) found.add(endpoint + " shows itself to a strange token");
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void withoutSigningInOnlyWhatIsPublicAnswers() {
        var found = new ArrayList<String>();
        for (var endpoint : endpoints()) {
            if (endpoint.isPublic()) continue;
            for (var path : belongings.paths(endpoint.pattern())) {
                var answer = call(anonymous(theirs), endpoint, path);
                var sentToLogin = answer.status() == 302 && !endpoint.isApi();
                var noSuchFormat = answer.status() == 415;
                if (!sentToLogin && !noSuchFormat && !REFUSED.contains(answer.status()))
                    found.add(endpoint + " answers " + answer.status() + " to nobody");
                if (belongings.isShownIn(answer.body())) found.add(endpoint + " shows itself to nobody");
            }
        }
        assertThat(found).isEmpty();
    }

    private String tokenOf(Tenant tenant) {
        return "Bearer " + token(tenant);
    }

    private static Http.Answer call(Http http, Endpoint endpoint, String path) {
        return switch (endpoint.method().name()) {
            case "GET", "HEAD" -> http.get(path);
            case "DELETE" -> http.delete(path);
            default -> http.send(endpoint.method().name(), path, "application/json", "{}".getBytes());
        };
    }

    private List<Endpoint> endpoints() {
        var found = new ArrayList<Endpoint>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            if (!AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), TenantHost.class)) return;
            var methods = info.getMethodsCondition().getMethods();
            for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                for (var pattern : info.getPatternValues())
                    found.add(new Endpoint(method.asHttpMethod(), pattern, handler));
        });
        return found;
    }

    /** Kept here so that the walk fails when the two tenants are one. */
    @Test
    void theTwoTenantsAreTwo() {
        assertThat(Map.of(ours.schema(), 1, theirs.schema(), 2)).hasSize(2);
        assertThat(call(owner(theirs), anyConference(), "/api/v1/conferences/" + belongings.conference())
                        .body())
                .contains(belongings.mark());
    }

    private Endpoint anyConference() {
        return endpoints().stream()
                .filter(e -> e.pattern().equals("/api/v1/conferences/{conference}") && e.method() == HttpMethod.GET)
                .findFirst()
                .orElseThrow();
    }
}
