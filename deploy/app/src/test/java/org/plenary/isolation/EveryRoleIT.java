package org.plenary.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.identity.person.Role;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantHost;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint × every role: for the whole organization, for one conference, in another one, of another organization, and
 * nobody. It finds the endpoints by itself, and what it expects is the table of roles.
 */
class EveryRoleIT extends PlenaryIT {
    /** Handlers of the framework that can carry no annotation of ours; the same list as the check itself. */
    private static final List<String> FOREIGN =
            List.of("org.plenary.kernel.web.GalleryController", "org.springframework.boot.", "org.springdoc.");

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)(?::((?:[^{}]|\\{[^}]*})*))?}");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Set<Permission> INCLUDED = Set.of(Permission.AUDIT_READ, Permission.STAFF_WRITE);
    private static final Set<Integer> REFUSED = Set.of(403, 404, 415);
    private static final String PASSWORD = "looms-weave-algebra";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    @Qualifier("accessCheck")
    private HandlerInterceptor check;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Urls urls;

    private Tenant tenant;
    private UUID account;
    private final String login = "every-" + Ids.reference(8) + "@example.org";
    private final Map<String, UUID> conferences = new LinkedHashMap<>();

    private record Endpoint(String method, String pattern, HandlerMethod handler) {
        boolean isApi() {
            return pattern.startsWith("/api/");
        }

        boolean isOfConference() {
            return pattern.contains("{conference}");
        }

        boolean isOfTenants() {
            return AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), TenantHost.class);
        }

        /** The method's own annotations outweigh those of its class. */
        @Nullable
        Requires requires() {
            var own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Requires.class);
            if (own != null || AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Public.class)) return own;
            return AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Requires.class);
        }

        boolean isPublic() {
            return requires() == null
                    && (AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Public.class)
                            || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Public.class));
        }

        /** Somewhere that it leads; what is not there is answered after the right was asked for. */
        String path(String conference) {
            return VARIABLE.matcher(pattern.replace("{conference}", conference).replaceAll("/\\*\\*$", "/x"))
                    .replaceAll(match -> value(match.group(2)));
        }

        private static String value(@Nullable String allowed) {
            if (allowed == null) return "0190a2b4-0000-7000-8000-000000000000";
            return allowed.contains("|") ? allowed.substring(0, allowed.indexOf('|')) : "1";
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    private enum Placement {
        EVERYWHERE,
        HERE,
        THERE
    }

    @BeforeEach
    void somebodyAndTwoConferences() {
        tenant = aTenant();
        var owner = owner(tenant);
        for (var slug : List.of("here", "there"))
            conferences.put(
                    slug,
                    UUID.fromString(owner.post("/api/v1/conferences", """
                            {"slug": "%s", "name": "%s", "starts_on": "2027-05-10", "ends_on": "2027-05-12",
                             "time_zone": "Europe/Berlin", "venue": {"name": "H", "city": "B", "country": "DE"},
                             "currency": "EUR", "languages": ["en"]}""".formatted(slug, slug))
                            .expect(201)
                            .text("/id")));
        account = accounts.createOwner("Li Na", login, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
    }

    @Test
    void everyHandlerSaysWhoMayCallIt() {
        assertThat(endpoints())
                .hasSizeGreaterThan(300)
                .allSatisfy(endpoint -> assertThat(
                                endpoint.requires() != null || endpoint.isPublic() || isForeign(endpoint))
                        .as("%s names its right or is public", endpoint)
                        .isTrue());
    }

    @Test
    void whatIsOfAConferenceNamesItInOneWay() {
        assertThat(ofTenants())
                .noneMatch(endpoint -> endpoint.pattern()
                        .matches("(/manage/conferences|/api/v1/conferences|/c)/\\{(?!conference}).*"));
    }

    /** Decided by the very check that stands before each handler, without calling any. */
    @Test
    void everyRoleOpensWhatTheTableSaysAndNothingElse() throws Exception {
        var wrong = new ArrayList<String>();
        for (var role : Role.values()) {
            for (var placement : Placement.values()) {
                if (placement != Placement.EVERYWHERE && !role.isOfConferences()) continue;
                give(role, placement == Placement.EVERYWHERE ? null : conferences.get("here"));
                var address = placement == Placement.THERE ? "there" : "here";
                var requests = new HashMap<String, MockHttpServletRequest>();
                for (var endpoint : ofTenants()) {
                    var expected = expected(endpoint, role, placement);
                    if (decide(requests, endpoint, address) != expected)
                        wrong.add("%s for %s %s should be %s".formatted(endpoint, role, placement, expected));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean expected(Endpoint endpoint, Role role, Placement placement) {
        var requires = endpoint.requires();
        if (requires == null) return endpoint.isPublic();
        if (!role.permissions().contains(requires.value())) return false;
        return switch (placement) {
            case EVERYWHERE -> true;
            case HERE -> endpoint.isOfConference() || requires.anywhere();
            case THERE -> !endpoint.isOfConference() && requires.anywhere();
        };
    }

    @Test
    void aRoleThatHasEndedOpensNothing() throws Exception {
        give(Role.OWNER, null);
        jdbcAs("update person_role set ends_on = current_date - 2");

        var requests = new HashMap<String, MockHttpServletRequest>();
        for (var endpoint : ofTenants())
            assertThat(decide(requests, endpoint, "here"))
                    .as(endpoint.toString())
                    .isEqualTo(endpoint.isPublic());
    }

    /** As a browser meets it: a role in the other conference, one in another organization, and nobody. */
    @Test
    void pagesAreClosedToWhoeverHasNoRightAtThem() {
        give(Role.SECRETARY_GENERAL, conferences.get("there"));
        var session = signedIn();
        var form = "/manage/conferences/there/settings";
        assertThat(session.form(form, session.http(anonymous(tenant))).status())
                .as("the session is good where the role is")
                .isEqualTo(422);
        var found = new ArrayList<String>();

        for (var endpoint : closed()) {
            var nobody = session.call(endpoint, session.withoutSignIn(anonymous(tenant)));
            var atLogin = nobody.status() == 302
                    && nobody.headers().firstValue("Location").orElse("").contains("/oauth2/authorization/");
            if (!atLogin && !REFUSED.contains(nobody.status()))
                found.add(endpoint + " answers " + nobody.status() + " to nobody");
            refused(found, endpoint, session, "somebody of the other conference");
        }
        Tenancy.runAs(aTenant(), () -> accounts.grantOwner(account));
        jdbcAs("update person set account_id = '" + Ids.next() + "'");
        for (var endpoint : closed()) refused(found, endpoint, session, "an owner of another organization");

        assertThat(found).isEmpty();
    }

    private void refused(List<String> found, Endpoint endpoint, Session session, String who) {
        var answer = session.call(endpoint, session.http(anonymous(tenant)));
        if (!REFUSED.contains(answer.status())) found.add(endpoint + " answers " + answer.status() + " to " + who);
    }

    /** Pages that somebody with a role in the other conference alone may not open here. */
    private List<Endpoint> closed() {
        return ofTenants().stream()
                .filter(endpoint -> !endpoint.isApi())
                .filter(endpoint ->
                        endpoint.requires() != null && !endpoint.requires().anywhere())
                .toList();
    }

    @Test
    void programsAreClosedOutWithoutTheScope() {
        var found = new ArrayList<String>();
        for (var permission : Permission.ofTenant()) {
            var without = Arrays.stream(Permission.values())
                    .filter(each -> each != permission)
                    // it includes what has had a scope of its own since
                    .filter(each -> each != Permission.TENANT_ADMIN || !INCLUDED.contains(permission))
                    .toArray(Permission[]::new);
            var program = as(tenant, without);
            for (var endpoint : ofTenants()) {
                var requires = endpoint.requires();
                if (!endpoint.isApi() || requires == null || requires.value() != permission) continue;
                var answer = call(program, endpoint);
                if (answer.status() != 403 && answer.status() != 415)
                    found.add(endpoint + " answers " + answer.status() + " to a program without " + permission);
                var nobody = call(anonymous(tenant), endpoint);
                if (nobody.status() != 401 && nobody.status() != 415)
                    found.add(endpoint + " answers " + nobody.status() + " to nobody");
            }
        }
        assertThat(found).isEmpty();
    }

    private static Http.Answer call(Http http, Endpoint endpoint) {
        var path = endpoint.path("here");
        return switch (endpoint.method()) {
            case "GET" -> http.get(path);
            case "DELETE" -> http.delete(path);
            default -> http.send(endpoint.method(), path, "application/json", "{}".getBytes());
        };
    }

    /** A browser that is signed in, as a client that follows no redirects. @param csrf as a form of a page has it */
    private record Session(Map<String, String> cookies, String csrf) {
        Http http(Http host) {
            var line = new ArrayList<String>();
            cookies.forEach((name, value) -> line.add(name + "=" + value));
            return host.with("Cookie", String.join("; ", line)).with("Accept", "text/html");
        }

        Http withoutSignIn(Http host) {
            return new Session(Map.of("plenary-csrf", cookies.get("plenary-csrf")), csrf).http(host);
        }

        Http.Answer form(String path, Http http) {
            return http.form(path, Map.of("_csrf", csrf));
        }

        Http.Answer call(Endpoint endpoint, Http http) {
            var path = endpoint.path("here");
            return endpoint.method().equals("GET") ? http.get(path) : form(path, http);
        }
    }

    private Session signedIn() {
        var browser = new Browser();
        var form = browser.open(urls.tenant(tenant, "/manage").toString());
        var page = browser.submit(form, "/login", Map.of("email", login, "password", PASSWORD));
        var csrf = CSRF.matcher(page.body());
        assertThat(csrf.find()).as(page.body()).isTrue();
        return new Session(browser.cookies(tenant.slug() + ".localhost"), csrf.group(1));
    }

    /**
     * The check reads who is calling once in a request, so all endpoints of a kind are asked for in the same one; the two tests
     * with real requests hold that each has one of its own.
     */
    private boolean decide(Map<String, MockHttpServletRequest> requests, Endpoint endpoint, String conference)
            throws Exception {
        var kind = endpoint.isApi() + " " + endpoint.isOfConference();
        var request = requests.computeIfAbsent(kind, each -> request(endpoint, conference));
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                account.toString(), null, AuthorityUtils.NO_AUTHORITIES));
        SecurityContextHolder.setContext(context);
        try {
            return Tenancy.callAs(
                    tenant, () -> check.preHandle(request, new MockHttpServletResponse(), endpoint.handler()));
        } catch (AccessDeniedException | InsufficientAuthenticationException e) {
            return false;
        } finally {
            SecurityContextHolder.clearContext();
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private static MockHttpServletRequest request(Endpoint endpoint, String conference) {
        var request = new MockHttpServletRequest(endpoint.method(), endpoint.path(conference));
        if (endpoint.isOfConference())
            request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of("conference", conference));
        return request;
    }

    private void give(Role role, @Nullable UUID conference) {
        jdbcAs("update person_role set role = '" + role.name() + "', ends_on = null, conference_id = "
                + (conference == null ? "null" : "'" + conference + "'"));
    }

    private void jdbcAs(String sql) {
        Tenancy.runAs(tenant, () -> jdbc.sql(sql).update());
    }

    private static boolean isForeign(Endpoint endpoint) {
        var name = endpoint.handler().getBeanType().getName();
        return FOREIGN.stream().anyMatch(name::startsWith) || name.startsWith("org.plenary.dev.");
    }

    private List<Endpoint> ofTenants() {
        return endpoints().stream().filter(Endpoint::isOfTenants).toList();
    }

    private List<Endpoint> endpoints() {
        var found = new ArrayList<Endpoint>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            var methods = info.getMethodsCondition().getMethods();
            for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                for (var pattern : info.getPatternValues()) found.add(new Endpoint(method.name(), pattern, handler));
        });
        return found;
    }
}
