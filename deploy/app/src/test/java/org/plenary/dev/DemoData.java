package org.plenary.dev;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.plenary.Http;
import org.plenary.identity.Accounts;
import org.plenary.identity.ApiClients;
import org.plenary.identity.Permission;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantRegistry;
import org.plenary.tenancy.TenantSchemas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two organizations with a conference each, made through the API on the first start. */
final class DemoData implements ApplicationRunner {
    static final List<String> ORGANIZATIONS = List.of("robotics", "optics");
    static final String OPERATOR_EMAIL = "operator@plenary.example";
    static final String OPERATOR_PASSWORD = "keeping-the-house-in-order";

    private static final Logger log = LoggerFactory.getLogger(DemoData.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TenantDirectory directory;
    private final TenantRegistry registry;
    private final TenantSchemas schemas;
    private final Accounts accounts;
    private final ApiClients clients;
    private final Environment environment;

    DemoData(
            TenantDirectory directory,
            TenantRegistry registry,
            TenantSchemas schemas,
            Accounts accounts,
            ApiClients clients,
            Environment environment) {
        this.directory = directory;
        this.registry = registry;
        this.schemas = schemas;
        this.accounts = accounts;
        this.clients = clients;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (directory.isTaken(ORGANIZATIONS.getLast())) return;
        try {
            accounts.createOperator("Plenary’s operator", OPERATOR_EMAIL, accounts.hashPassword(OPERATOR_PASSWORD));
            for (var name : ORGANIZATIONS) make(read(name));
        } catch (RuntimeException | AssertionError e) {
            log.error("the demo data is not complete; delete the data folder to begin anew", e);
        }
    }

    static JsonNode read(String name) throws IOException {
        try (var file = Objects.requireNonNull(DemoData.class.getResourceAsStream("/demo/" + name + ".json"))) {
            return JSON.readTree(file);
        }
    }

    private void make(JsonNode demo) throws IOException {
        var tenant = tenant(demo);
        var host = tenant.slug() + ".localhost";
        var client = clients.issue(tenant.id(), "Demo data", Permission.ofTenant());
        var port = environment.getRequiredProperty("server.port", Integer.class);
        var token = new Http(port, "localhost", Map.of()).token(client.clientId(), client.clientSecret());
        var api = new Http(port, host, Map.of()).withToken(token);
        api.patch("/api/v1/tenant", Map.of("branding", demo.get("branding"))).expect(200);
        var conference = "/api/v1/conferences/" + demo.at("/conference/slug").asString();
        api.post("/api/v1/conferences", demo.get("conference")).expect(201);
        api.put(conference + "/registration-form", demo.get("form")).expect(200);
        for (var fee : demo.get("fees")) api.post(conference + "/fees", fee).expect(201);
        var notice = new DemoNotice(api, conference, read(demo.get("notice").asString()));
        notice.agree();
        for (var hotel : demo.get("hotels"))
            api.post(conference + "/hotels", notice.withAgreement(hotel)).expect(201);
        for (var tour : demo.get("tours")) api.post(conference + "/tours", tour).expect(201);
        api.put(conference + "/group-settings", Map.of("allowed", true, "most", 200))
                .expect(200);
        api.post(conference + "/call-for-papers", demo.get("call")).expect(201);
        if (demo.has("papers")) papers(api, conference, demo);
        api.patch(conference, Map.of("status", "published")).expect(200);
        notice.publish();
        var anybody = new Http(port, host, Map.of());
        new DemoOrders(anybody, conference, demo).place();
        if (demo.has("sales")) {
            var sales = new DemoSales(
                    api, anybody, conference, read(demo.get("sales").asString()));
            sales.setUp();
            sales.sell();
        }
        if (demo.has("block"))
            new DemoBlock(anybody, conference, read(demo.get("block").asString())).book();
        log.info("demo data made for {}", tenant.slug());
    }

    private Tenant tenant(JsonNode demo) {
        var details = demo.get("tenant");
        var slug = details.get("slug").asString();
        var tenant = directory
                .bySlug(slug)
                .orElseGet(() -> registry.register(new TenantRegistry.NewTenant(
                        slug,
                        details.get("name").asString(),
                        details.get("country").asString(),
                        Locale.forLanguageTag(details.get("locale").asString()),
                        ZoneId.of(details.get("time_zone").asString()),
                        "free")));
        schemas.provision(tenant.id());
        var active = registry.activate(tenant.id());
        var owner = demo.get("owner");
        var account = accounts.createOwner(
                owner.get("name").asString(),
                owner.get("email").asString(),
                accounts.hashPassword(owner.get("password").asString()));
        Tenancy.runAs(active, () -> accounts.grantOwner(account));
        return active;
    }

    private static void papers(Http api, String conference, JsonNode demo) throws IOException {
        try (var file = Objects.requireNonNull(
                DemoData.class.getResourceAsStream("/demo/" + demo.get("papers").asString()))) {
            var path = conference + "/submissions:import?track="
                    + demo.get("track").asString();
            api.send("POST", path, "application/json", file.readAllBytes()).expect(200);
        }
    }
}
