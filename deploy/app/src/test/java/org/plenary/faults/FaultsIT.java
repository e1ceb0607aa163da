package org.plenary.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** One service after the other is taken away from the running application and given back. */
class FaultsIT extends PlenaryIT {
    private static final String PASSWORD = "four unrelated words";
    private static final String READINESS = "/actuator/health/readiness";
    private static final String LIVENESS = "/actuator/health/liveness";

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Urls urls;

    private final String email = "m" + Ids.reference(8).toLowerCase(Locale.ROOT) + "@example.org";
    private Tenant tenant;

    @BeforeEach
    void aConferenceThatIsFree() {
        tenant = aTenant();
        var owner = owner(tenant);
        aConference(owner);
        aFee(owner, "free", "0.00", null);
        publish(owner);
    }

    /** Whatever a test stopped runs again, at the same address, before the next one begins. */
    @AfterEach
    void everythingIsBack() {
        for (var kind : Kind.values()) services().startAgain(kind);
        eventually("ready", () -> platform().get(READINESS).status() == 200);
    }

    @Test
    void withoutRedisRegistrationGoesOnAndWhoWantsToSignInIsToldWhatIsWrong() {
        var account = accounts.createOwner("Mona Müller", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));

        services().stop(Kind.REDIS);

        assertThat(order().expect(201).text("/status")).isEqualTo("confirmed");
        var registered = registerOnTheWeb();
        assertThat(registered.status()).isEqualTo(200);
        assertThat(registered.address().getPath()).startsWith("/c/conf27/orders/");
        assertThat(registered.body()).contains("You are registered.");
        var browser = new Browser();
        assertThat(browser.open(at("/manage/members")).status()).isEqualTo(503);
        var form = browser.open(urls.platform("/login").toString());
        var refused = browser.submit(form, "/login", Map.of("email", email, "password", PASSWORD));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body()).contains("Not available at the moment").doesNotContain("Exception");
        limitsStand(browser, form);
        assertThat(platform().get(READINESS).status()).isEqualTo(200);

        services().startAgain(Kind.REDIS);

        eventually("the owner comes in", () -> {
            var visitor = new Browser();
            var login = visitor.open(at("/manage/members"));
            if (login.status() != 200) return false;
            var page = visitor.submit(login, "/login", Map.of("email", email, "password", PASSWORD));
            return page.status() == 200 && page.address().getPath().equals("/manage/members");
        });
    }

    private void limitsStand(Browser browser, Browser.View form) {
        for (var i = 0; i < 10; i++)
            browser.submit(form, "/login", Map.of("email", "x" + email, "password", "guess " + i));
        var limited = browser.submit(form, "/login", Map.of("email", "x" + email, "password", "guess 10"));
        assertThat(limited.address()).isEqualTo(urls.platform("/login?limited"));
    }

    @Test
    void withoutElasticsearchPapersAreTakenAndTheIndexCatchesUpByItself() {
        var staff = owner(tenant);
        callForPapers(staff);

        services().stop(Kind.ELASTICSEARCH);

        anonymous(tenant)
                .post(PATH + "/submissions", paper("Grasping in the dark"))
                .expect(201);
        assertThat(order().expect(201).text("/status")).isEqualTo("confirmed");
        assertThat(staff.get(PATH + "/search/papers?q=grasping").expect(503).text("/code"))
                .isEqualTo("search_unavailable");
        var page = anonymous(tenant).with("Accept", "text/html").get("/c/conf27/papers?q=grasping");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body())
                .contains("Search is not available at the moment")
                .doesNotContain("Exception");
        assertThat(platform().get(READINESS).status()).isEqualTo(200);

        services().startAgain(Kind.ELASTICSEARCH);

        var back = Instant.now();
        eventually("found", () -> {
            var found = staff.get(PATH + "/search/papers?q=grasping");
            return found.status() == 200 && found.json().at("/total").asLong() == 1;
        });
        assertThat(Duration.between(back, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void withoutTheMailServerOrdersAreConfirmedAndEachMailArrivesOnceWhenItIsBack() {
        services().stop(Kind.MAIL);

        assertThat(order().expect(201).text("/status")).isEqualTo("confirmed");
        assertThat(order().expect(201).text("/status")).isEqualTo("confirmed");
        eventually("both mails were tried in vain", () -> mails("FAILED") == 2);

        services().startAgain(Kind.MAIL);

        eventually("both mails went out", () -> mails("SENT") == 2 && undelivered() == 0);
        assertThat(inbox().mails(email))
                .hasSize(2)
                .extracting(mail -> mail.messageId())
                .doesNotHaveDuplicates();
    }

    @Test
    void withoutTheDatabaseTheAnswerIs503AndNoConfirmedOrderIsLost() throws Exception {
        Queue<Http.Answer> confirmed = new ConcurrentLinkedQueue<>();
        Queue<Http.Answer> refused = new ConcurrentLinkedQueue<>();
        var over = new AtomicBoolean();
        try (var buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 3; i++)
                buyers.submit(() -> {
                    while (!over.get()) {
                        var answer = order();
                        (answer.status() == 201 ? confirmed : refused).add(answer);
                    }
                });
            eventually("orders come in", () -> confirmed.size() > 5);

            services().stop(Kind.POSTGRES);

            thePlatformSaysThatTheDatabaseIsAway();
            eventually("orders are refused", () -> refused.size() >= 3);
            over.set(true);
        }
        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
            assertThat(answer.text("/code")).isEqualTo("database_unavailable");
        });

        services().startAgain(Kind.POSTGRES);

        eventually("ready again", () -> platform().get(READINESS).status() == 200);
        assertThat(order().expect(201).text("/status")).isEqualTo("confirmed");
        assertThat(confirmed)
                .allSatisfy(answer -> assertThat(anonymous(tenant)
                                .get(PATH + "/orders/" + answer.text("/code") + "?secret=" + answer.text("/secret"))
                                .expect(200)
                                .text("/status"))
                        .isEqualTo("confirmed"));
    }

    /** Asked at once, because each of them waits for a connection before it gives up. */
    private void thePlatformSaysThatTheDatabaseIsAway() throws Exception {
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            var page = askers.submit(() -> visitor("en").get("/c/conf27/register"));
            var chinese = askers.submit(() -> visitor("zh-CN").get("/c/conf27/register"));
            var readiness = askers.submit(() -> platform().get(READINESS));
            assertThat(platform().get(LIVENESS).status()).isEqualTo(200);

            assertThat(page.get().status()).isEqualTo(503);
            assertThat(page.get().headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/plain");
            assertThat(page.get().headers().firstValue("Retry-After")).isPresent();
            assertThat(page.get().body()).contains("The database cannot be reached at the moment.");
            assertThat(chinese.get().body()).contains("目前无法连接数据库");
            assertThat(readiness.get().status()).isEqualTo(503);
        }
    }

    private Http visitor(String language) {
        return anonymous(tenant).with("Accept", "text/html").with("Accept-Language", language);
    }

    private Http.Answer order() {
        var cart = new LinkedHashMap<>(cart("free", Map.of("name", "Mona Müller")));
        cart.put("contact", Map.of("name", "Mona Müller", "email", email, "country", "DE"));
        return anonymous(tenant).post(PATH + "/orders", cart);
    }

    private Browser.View registerOnTheWeb() {
        var browser = new Browser();
        var form = browser.open(at("/c/conf27/register"));
        return browser.submit(
                form,
                "/c/conf27/register",
                Map.of(
                        "contact.name", "Mona Müller",
                        "contact.email", email,
                        "contact.country", "DE",
                        "delegates.0.at", "0",
                        "delegates.0.fee", "free",
                        "delegates.0.answers.name", "Mona Müller",
                        "place", "true"));
    }

    static void callForPapers(Http staff) {
        staff.post(
                        PATH + "/call-for-papers",
                        Map.of(
                                "tracks", List.of(Map.of("key", "learning", "name", "Learning")),
                                "deadline", Map.of("at", "2099-01-31T23:59", "zone", "AoE")))
                .expect(201);
    }

    static Map<String, Object> paper(String title) {
        return Map.of(
                "title",
                title,
                "abstract",
                "A beginning, a middle and an end.",
                "keywords",
                List.of("robots"),
                "track",
                "learning",
                "authors",
                List.of(Map.of(
                        "name", "Ada Lovelace", "email", "ada@example.org", "country", "GB", "corresponding", true)));
    }

    private String at(String path) {
        return urls.tenant(tenant, path).toString();
    }

    private long mails(String status) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select count(*) from mail_delivery where recipient = ? and status = ?")
                        .params(email, status)
                        .query(Long.class)
                        .single());
    }

    private long undelivered() {
        return jdbc.sql("""
                        select (select count(*) from control.late_event
                                where serialized_event::json ->> 'tenant' = :tenant)
                             + (select count(*) from control.event_publication
                                where serialized_event::json ->> 'tenant' = :tenant)""")
                .param("tenant", tenant.id().toString())
                .query(Long.class)
                .single();
    }
}
