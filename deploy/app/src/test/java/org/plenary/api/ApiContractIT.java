package org.plenary.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;

/** The published contract and the description that programs read are the same. */
class ApiContractIT extends PlenaryIT {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private static final String CONTRACT = """
            POST   /api/v1/signups
            GET    /api/v1/signups/{id}
            POST   /api/v1/signups/{id}/verify
            POST   /api/v1/signups/{id}/api-client
            GET    /api/v1/operator/tenants
            GET    /api/v1/operator/tenants/{slug}
            PATCH  /api/v1/operator/tenants/{slug}
            POST   /api/v1/operator/tenants/{slug}/deletion
            GET    /api/v1/operator/tenants/{slug}/deletion
            DELETE /api/v1/operator/tenants/{slug}/deletion
            GET    /api/v1/operator/tenants/{slug}/deletion/export
            GET    /api/v1/tenant
            PATCH  /api/v1/tenant
            POST   /api/v1/api-clients
            GET    /api/v1/api-clients
            POST   /api/v1/api-clients/{id}/secret
            DELETE /api/v1/api-clients/{id}/former-secret
            GET    /api/v1/webhook-endpoints
            POST   /api/v1/webhook-endpoints
            POST   /api/v1/webhook-endpoints/{id}/secret
            GET    /api/v1/webhook-endpoints/{id}/deliveries
            POST   /api/v1/webhook-endpoints/{id}/deliveries/{delivery}/replay
            POST   /api/v1/webhook-endpoints/{id}/recovery
            GET    /api/v1/members
            POST   /api/v1/members
            POST   /api/v1/conferences
            GET    /api/v1/conferences/{conference}
            PATCH  /api/v1/conferences/{conference}
            PUT    /api/v1/conferences/{conference}/registration-form
            POST   /api/v1/conferences/{conference}/fees
            GET    /api/v1/conferences/{conference}/fees
            POST   /api/v1/conferences/{conference}/tours
            GET    /api/v1/conferences/{conference}/tours
            POST   /api/v1/conferences/{conference}/hotels
            GET    /api/v1/conferences/{conference}/hotels
            POST   /api/v1/conferences/{conference}/call-for-papers
            GET    /api/v1/conferences/{conference}/call-for-papers
            GET    /api/v1/conferences/{conference}/availability
            POST   /api/v1/conferences/{conference}/orders
            GET    /api/v1/conferences/{conference}/orders/{code}
            POST   /api/v1/conferences/{conference}/orders/{code}/payment
            POST   /api/v1/conferences/{conference}/orders/{code}/cancellation
            POST   /api/v1/conferences/{conference}/submissions
            POST   /api/v1/conferences/{conference}/submissions:import
            PATCH  /api/v1/conferences/{conference}/submissions/{number}
            POST   /api/v1/conferences/{conference}/submissions/{number}/decision
            GET    /api/v1/conferences/{conference}/search/papers
            GET    /api/v1/conferences/{conference}/search/delegates
            GET    /api/v1/conferences/{conference}/delegates
            GET    /api/v1/conferences/{conference}/rooming-list
            GET    /api/v1/conferences/{conference}/statistics
            POST   /api/v1/conferences/{conference}/check-ins
            POST   /webhooks/stripe/connect
            POST   /webhooks/stripe/platform
            GET    /api/v1/billing/subscription
            POST   /api/v1/billing/portal-session
            GET    /api/v1/billing/ledger
            """;

    @Autowired
    private Urls urls;

    @Test
    void aHostThatThereIsNotAnswersAProblem() {
        var port = platform().port();
        for (var path : new String[] {"/", "/api/v1/conferences"}) {
            var answer = new Http(port, "nobody.localhost", Map.of()).get(path).expect(404);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.text("/code")).isEqualTo("not_found");
        }
        var page = new Http(port, "nobody.localhost", Map.of("Accept", "text/html"))
                .get("/")
                .expect(404);
        assertThat(page.body()).contains("There is nothing at this address");
    }

    @Test
    void everyCallOfTheContractIsDescribed() {
        var described = described();

        assertThat(CONTRACT.lines().map(ApiContractIT::normal).filter(call -> !described.contains(call)))
                .isEmpty();
    }

    /** What a generator would stumble over. */
    @Test
    void aGeneratorUnderstandsTheWholeDescription() {
        var options = new ParseOptions();
        options.setResolve(true);
        var parsed = new OpenAPIV3Parser().readContents(description().body(), null, options);

        assertThat(parsed.getMessages()).isEmpty();
        var document = parsed.getOpenAPI();
        var operations = document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .toList();
        assertThat(operations).hasSizeGreaterThan(150);
        assertThat(operations)
                .extracting(Operation::getOperationId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+[A-Za-z0-9]*"));
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.getSecurity()).as(operation.getOperationId()).isNotNull();
            assertThat(operation.getResponses()).containsKey("429");
            assertThat(operation.getTags()).hasSize(1);
        });
        var secured = operations.stream()
                .filter(operation -> !operation.getSecurity().isEmpty())
                .toList();
        assertThat(secured).hasSizeGreaterThan(100).allSatisfy(operation -> {
            assertThat(operation.getSecurity().getFirst().get("oauth2")).hasSize(1);
            assertThat(operation.getResponses()).containsKeys("401", "403");
        });
        var limits = operations.stream()
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .filter(parameter -> "limit".equals(parameter.getName()))
                .toList();
        assertThat(limits)
                .hasSizeGreaterThan(10)
                .allSatisfy(limit -> assertThat(limit.getSchema().getMaximum()).isEqualByComparingTo("200"));
        assertThat(document.getComponents().getSchemas().keySet())
                .contains("Problem", "ApiClientsIssuedView")
                .noneMatch(name -> name.matches("View|Body|Form|.*CurrencyUnit|LocalizedText|.*_\\d+"));
    }

    @Test
    void membersAreListed() {
        var tenant = aTenant();
        owner(tenant).post("/api/v1/members", """
                        {"name": "Li Na", "email": "li.na@%s.example", "role": "finance"}""".formatted(tenant.slug())).expect(201);

        var list = owner(tenant).get("/api/v1/members").expect(200);

        assertThat(list.text("/items/0/name")).isEqualTo("Li Na");
        assertThat(list.text("/items/0/role")).isEqualTo("finance");
        assertThat(list.json().at("/next").isNull()).isTrue();
    }

    @Test
    void theDescriptionCanBeBrowsed() {
        var page = new Browser().open(urls.platform("/api/docs").toString());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
    }

    private static Http.Answer description() {
        return platform().get("/api/v1/openapi.json").expect(200);
    }

    private TreeSet<String> described() {
        var calls = new TreeSet<String>();
        var paths = description().json().at("/paths");
        paths.properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> calls.add(normal(method.toUpperCase(Locale.ROOT) + " " + path.getKey()))));
        assertThat(calls).hasSizeGreaterThan(30);
        return calls;
    }

    /** How a variable is called does not matter. */
    private static String normal(String call) {
        return VARIABLE.matcher(call.strip().replaceAll("\\s+", " ")).replaceAll("{}");
    }
}
