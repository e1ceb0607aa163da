package org.plenary.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.embedded.Kind;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Services that are there and do not do what they should: they hang, forgot everything, or take nothing more. */
class WornServicesIT extends FaultFixture {
    private static final String PASSWORD = "four unrelated words";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    @Autowired
    private StringRedisTemplate redis;

    @Value("${plenary.files.folder:.data/files}")
    private Path files;

    @Test
    void withARedisThatAnswersNothingRegistrationGoesOn() throws Exception {
        var process = services().service(Kind.REDIS).pid();
        Drag.signal("STOP", List.of(process));
        try {
            assertThat(buyers.registers().expect(201).text("/status")).isEqualTo("confirmed");
            assertThat(anonymous(tenant)
                            .with("Accept", "text/html")
                            .get("/c/conf27")
                            .status())
                    .isEqualTo(200);
        } finally {
            Drag.signal("CONT", List.of(process));
        }
        recoversFrom("a Redis that answered nothing");
        assertThat(buyers.registers().expect(201).text("/status")).isEqualTo("confirmed");
    }

    @Test
    void whenRedisForgotEverythingPeopleSignInAgainAndNothingElseIsLost() throws Exception {
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
        buyers.registers().expect(201);

        redis.execute((RedisConnection connection) -> {
            connection.serverCommands().flushAll();
            return null;
        });

        recoversFrom("a Redis that forgot everything");
        var again = browser.open(manage);
        assertThat(again.address().getPath()).isEqualTo("/login");
        assertThat(browser.submit(again, "/login", Map.of("email", email, "password", PASSWORD))
                        .address()
                        .getPath())
                .isEqualTo("/manage");
        buyers.registers().expect(201);
        assertThat(owner.get(PATH + "/orders").expect(200).json().at("/items").size())
                .isEqualTo(2);
    }

    @Test
    void withAnIndexThatIsReadOnlyPapersAreTakenAndFoundWhenItIsWritableAgain() throws Exception {
        submit("Grasping before").expect(201);
        eventually("the first is found", () -> found("grasping") == 1);
        theIndexTakes(false);
        try {
            submit("Grasping after").expect(201);
            buyers.registers().expect(201);
            assertThat(found("grasping")).isOne();
        } finally {
            theIndexTakes(true);
        }
        recoversFrom("an index that was read-only");
        assertThat(found("grasping")).isEqualTo(2);
    }

    private long found(String words) {
        return owner.get(PATH + "/search/papers?q=" + words)
                .expect(200)
                .json()
                .at("/total")
                .asLong();
    }

    @Test
    void whenOthersHoldAllConnectionsTheAnswerIs503UntilTheyGiveThemBack() throws Exception {
        buyers.registers().expect(201);
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
            var refused = buyers.registers();
            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            assertThat(refused.text("/code")).isEqualTo("database_unavailable");
        } finally {
            for (var connection : held) connection.close();
        }
        recoversFrom("a database that was out of connections");
        eventually("orders are taken", () -> buyers.registers().status() == 201);
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
            buyers.registers().expect(201);
        } finally {
            Files.delete(own);
        }
        recoversFrom("a disk that took nothing");
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
}
