package org.plenary.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.embedded.Kind;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Services that are there and do not do what they should: they hang, forgot everything, or take nothing more. */
class WornServicesIT extends PlenaryIT {
    private static final String PASSWORD = "four unrelated words";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private JdbcClient jdbc;

    @Value("${plenary.files.folder:.data/files}")
    private Path files;

    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void aConferenceWithACall() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "free", "0.00", null);
        publish(owner);
        FaultsIT.callForPapers(owner);
    }

    private Http.Answer order() {
        return anonymous(tenant).post(PATH + "/orders", cart("free", Map.of("name", "Ada Lovelace")));
    }

    private Http.Answer submit(String title) {
        return anonymous(tenant).post(PATH + "/submissions", FaultsIT.paper(title));
    }

    @Test
    void withARedisThatAnswersNothingRegistrationGoesOn() throws Exception {
        var process = services().service(Kind.REDIS).pid();
        signal("STOP", process);
        try {
            assertThat(order().expect(201).text("/status")).isEqualTo("confirmed");
            assertThat(anonymous(tenant)
                            .with("Accept", "text/html")
                            .get("/c/conf27")
                            .status())
                    .isEqualTo(200);
        } finally {
            signal("CONT", process);
        }
        assertThat(order().expect(201).text("/status")).isEqualTo("confirmed");
    }

    @Test
    void whenRedisForgotEverythingPeopleSignInAgainAndNothingElseIsLost() {
        var email = "mona-" + Ids.next() + "@example.org";
        var account = accounts.createOwner("Mona", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var browser = new Browser();
        var manage = urls.tenant(tenant, "/manage").toString();
        var login = browser.open(manage);
        assertThat(browser.submit(login, "/login", Map.of("email", email, "password", PASSWORD))
                        .address()
                        .getPath())
                .isEqualTo("/manage");
        order().expect(201);

        redis.execute((RedisConnection connection) -> {
            connection.serverCommands().flushAll();
            return null;
        });

        var again = browser.open(manage);
        assertThat(again.address().getPath()).isEqualTo("/login");
        assertThat(browser.submit(again, "/login", Map.of("email", email, "password", PASSWORD))
                        .address()
                        .getPath())
                .isEqualTo("/manage");
        order().expect(201);
        assertThat(owner.get(PATH + "/orders").expect(200).json().at("/items").size())
                .isEqualTo(2);
    }

    @Test
    void withAnIndexThatIsReadOnlyPapersAreTakenAndFoundWhenItIsWritableAgain() throws Exception {
        submit("Grasping before").expect(201);
        eventually("the first is found", () -> found("grasping") == 1);
        elasticsearch("PUT", "/plenary-*/_settings", "{\"index.blocks.write\": true}");
        try {
            submit("Grasping after").expect(201);
            order().expect(201);
            assertThat(found("grasping")).isOne();
        } finally {
            elasticsearch("PUT", "/plenary-*/_settings", "{\"index.blocks.write\": null}");
        }
        eventually("both are found", () -> found("grasping") == 2);
    }

    private long found(String words) {
        return owner.get(PATH + "/search/papers?q=" + words)
                .expect(200)
                .json()
                .at("/total")
                .asLong();
    }

    private void elasticsearch(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create(services().service(Kind.ELASTICSEARCH).address() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    @Test
    void whenOthersHoldAllConnectionsTheAnswerIs503UntilTheyGiveThemBack() throws Exception {
        order().expect(201);
        var held = new ArrayList<Connection>();
        try {
            var endOurs = connection();
            held.add(endOurs);
            // first all that are free, then those of the application, as they break
            takeAll(held);
            for (var i = 0; i < 20; i++) {
                try (var statement = endOurs.createStatement()) {
                    statement.execute(
                            "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'plenary-%'");
                }
                takeAll(held);
            }
            var refused = order();
            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            assertThat(refused.text("/code")).isEqualTo("database_unavailable");
        } finally {
            for (var connection : held) connection.close();
        }
        eventually("orders are taken", () -> order().status() == 201);
        eventually("ready", () -> platform().get("/actuator/health/readiness").status() == 200);
    }

    private static void takeAll(List<Connection> held) {
        try {
            while (true) held.add(connection());
        } catch (SQLException e) {
            assertThat(e.getSQLState()).as("too many connections").isEqualTo("53300");
        }
    }

    private static Connection connection() throws SQLException {
        var postgres = services().service(Kind.POSTGRES);
        return DriverManager.getConnection(postgres.address(), postgres.user(), "");
    }

    @Test
    void whenNoFileCanBeWrittenTheUploadIsRefusedAndEverythingElseGoesOn() throws Exception {
        var own = files.resolve(tenant.id().toString());
        Files.createDirectories(files);
        Files.deleteIfExists(own);
        // a file where the folder should be, as the test may run as one who may write everywhere
        Files.createFile(own);
        try {
            var refused = upload();
            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            assertThat(refused.text("/code")).isEqualTo("files_unavailable");
            assertThat(jdbc.sql("select count(*) from " + tenant.schema() + ".stored_file")
                            .query(Long.class)
                            .single())
                    .isZero();
            order().expect(201);
        } finally {
            Files.delete(own);
        }
        upload().expect(201);
    }

    private Http.Answer upload() {
        var body = "--XX\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\npaper\r\n--XX\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
                + "%PDF-1.7\n1 0 obj\nendobj\n\r\n--XX--\r\n";
        return anonymous(tenant)
                .send(
                        "POST",
                        "/api/v1/files",
                        "multipart/form-data; boundary=XX",
                        body.getBytes(StandardCharsets.UTF_8));
    }

    private static void signal(String name, long process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process))
                        .start()
                        .waitFor())
                .isZero();
    }
}
