package org.plenary.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.embedded.Kind;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;

/** One service after the other is taken away from the running application and given back. */
class FaultsIT extends FaultFixture {
    private static final String PASSWORD = "four unrelated words";
    private static final String LIVENESS = "/actuator/health/liveness";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    @Test
    void withoutRedisRegistrationGoesOnAndWhoWantsToSignInIsToldWhatIsWrong() throws Exception {
        var email = buyers.email();
        var account = accounts.createOwner("Mona Müller", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));

        services().stop(Kind.REDIS);

        assertThat(buyers.registers().expect(201).text("/status")).isEqualTo("confirmed");
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
        limitsStand(browser, form, email);
        assertThat(platform().get(READINESS).status()).isEqualTo(200);

        services().startAgain(Kind.REDIS);

        recoversFrom("Redis that was away");
        eventually("the owner comes in", () -> {
            var visitor = new Browser();
            var login = visitor.open(at("/manage/members"));
            if (login.status() != 200) return false;
            var page = visitor.submit(login, "/login", Map.of("email", email, "password", PASSWORD));
            return page.status() == 200 && page.address().getPath().equals("/manage/members");
        });
    }

    private void limitsStand(Browser browser, Browser.View form, String email) {
        for (var i = 0; i < 10; i++)
            browser.submit(form, "/login", Map.of("email", "x" + email, "password", "guess " + i));
        var limited = browser.submit(form, "/login", Map.of("email", "x" + email, "password", "guess 10"));
        assertThat(limited.address()).isEqualTo(urls.platform("/login?limited"));
    }

    @Test
    void withoutElasticsearchPapersAreTakenAndTheIndexCatchesUpByItself() throws Exception {
        services().stop(Kind.ELASTICSEARCH);

        submit("Grasping in the dark").expect(201);
        assertThat(buyers.registers().expect(201).text("/status")).isEqualTo("confirmed");
        assertThat(owner.get(PATH + "/search/papers?q=grasping").expect(503).text("/code"))
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
            var found = owner.get(PATH + "/search/papers?q=grasping");
            return found.status() == 200 && found.json().at("/total").asLong() == 1;
        });
        assertThat(Duration.between(back, Instant.now())).isLessThan(Duration.ofSeconds(15));
        recoversFrom("Elasticsearch that was away");
    }

    @Test
    void withoutTheMailServerOrdersAreConfirmedAndEachMailArrivesOnceWhenItIsBack() throws Exception {
        services().stop(Kind.MAIL);

        assertThat(buyers.registers().expect(201).text("/status")).isEqualTo("confirmed");
        assertThat(buyers.registers().expect(201).text("/status")).isEqualTo("confirmed");
        eventually("both mails were tried in vain", () -> mails("FAILED") == 2);

        services().startAgain(Kind.MAIL);

        recoversFrom("a mail server that was away");
        assertThat(mails("SENT")).isEqualTo(2);
        assertThat(inbox().mails(buyers.email()))
                .hasSize(2)
                .extracting(mail -> mail.messageId())
                .doesNotHaveDuplicates();
    }

    @Test
    void withoutTheDatabaseTheAnswerIs503AndNoConfirmedOrderIsLost() throws Exception {
        anAccountAtStripe();
        try (var unused = buyers.rush(3)) {
            eventually("orders come in", () -> buyers.promised().size() > 5);

            services().stop(Kind.POSTGRES);

            thePlatformSaysThatTheDatabaseIsAway();
            eventually("orders are refused", () -> buyers.answers().stream().anyMatch(each -> each.status() >= 400));
        }
        assertThat(buyers.answers()).filteredOn(each -> each.status() >= 400).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
            assertThat(answer.text("/code")).isEqualTo("database_unavailable");
        });

        services().startAgain(Kind.POSTGRES);

        recoversFrom("a database that was away");
        eventually("ready again", () -> platform().get(READINESS).status() == 200);
        assertThat(buyers.registers().expect(201).text("/status")).isEqualTo("confirmed");
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

    private Browser.View registerOnTheWeb() {
        var browser = new Browser();
        var form = browser.open(at("/c/conf27/register"));
        return browser.submit(
                form,
                "/c/conf27/register",
                Map.of(
                        "contact.name", "Mona Müller",
                        "contact.email", buyers.email(),
                        "contact.country", "DE",
                        "delegates.0.at", "0",
                        "delegates.0.fee", "free",
                        "delegates.0.answers.name", "Mona Müller",
                        "place", "true"));
    }

    private String at(String path) {
        return urls.tenant(tenant, path).toString();
    }

    private long mails(String status) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select count(*) from mail_delivery where recipient = ? and status = ?")
                        .params(buyers.email(), status)
                        .query(Long.class)
                        .single());
    }
}
