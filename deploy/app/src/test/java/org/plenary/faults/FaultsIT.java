package org.plenary.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.embedded.Kind;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;

/** One service after the other is taken away from the running application and given back. */
class FaultsIT extends FaultFixture {
    private static final String PASSWORD = "four unrelated words";
    private static final String SIMPLIFIED = "Search is simplified at the moment";
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
    void withoutElasticsearchPapersAreTakenAndFoundByTheWordsAsTheyAreAndTheIndexCatchesUpByItself() throws Exception {
        submit("Walking by day").expect(201);
        eventually("the first is found by a word that is mistyped", () -> total("walkng") == 1);
        var later = owner.get(PATH + "/search/papers?q=by+day").expect(200);
        services().stop(Kind.ELASTICSEARCH);

        submit("Grasping in the dark").expect(201);
        assertThat(buyers.registers().expect(201).text("/status")).isEqualTo("confirmed");
        assertThat(total("grasping")).isOne();
        assertThat(total("walking")).isOne();
        assertThat(total("graspng")).isZero();
        assertThat(total("grasping+walking")).isZero();
        assertThat(owner.get(PATH + "/search/papers?q=grasping").json().propertyNames())
                .isEqualTo(later.json().propertyNames());
        assertThat(owner.get(PATH + "/search/delegates")
                        .expect(200)
                        .json()
                        .at("/total")
                        .asLong())
                .isPositive();
        assertThat(anonymous(tenant)
                        .get(PATH + "/search/papers?q=grasping")
                        .expect(200)
                        .json()
                        .at("/total")
                        .asLong())
                .as("not accepted, and therefore nothing for the public")
                .isZero();
        assertThat(visitor("en").get("/c/conf27/papers?q=grasping").expect(200).body())
                .contains(SIMPLIFIED)
                .doesNotContain("Exception");
        assertThat(visitor("zh-CN")
                        .get("/c/conf27/papers?q=grasping")
                        .expect(200)
                        .body())
                .contains("目前为简化搜索");
        assertThat(staff().open(at("/manage/conferences/conf27/search?q=grasping"))
                        .body())
                .contains(SIMPLIFIED, "Grasping in the dark");
        assertThat(platform().get(READINESS).status()).isEqualTo(200);

        services().startAgain(Kind.ELASTICSEARCH);

        var back = Instant.now();
        eventually("found by a word that is mistyped", () -> total("graspng") == 1);
        assertThat(Duration.between(back, Instant.now())).isLessThan(Duration.ofSeconds(15));
        assertThat(staff().open(at("/manage/conferences/conf27/search?q=graspng"))
                        .body())
                .contains("<em>Grasping</em> in the dark")
                .doesNotContain(SIMPLIFIED);
        recoversFrom("Elasticsearch that was away");
    }

    @Test
    void anIndexThatTakesQuestionsAndNeverAnswersIsGivenUp() throws Exception {
        submit("Walking by day").expect(201);
        eventually("found by a word that is mistyped", () -> total("walkng") == 1);
        var node = List.of(services().service(Kind.ELASTICSEARCH).pid());

        Drag.signal("STOP", node);
        try {
            assertThat(visitor("en")
                            .get("/c/conf27/papers?q=walking")
                            .expect(200)
                            .body())
                    .contains(SIMPLIFIED);
            assertThat(total("walking")).isOne();
        } finally {
            Drag.signal("CONT", node);
        }

        eventually("the index answers", () -> total("walkng") == 1);
        recoversFrom("Elasticsearch that hung");
    }

    @Test
    void aListIsGoneOnWithInTheWayInWhichItWasBegun() {
        for (var i = 1; i <= 45; i++) submit("Grasping number " + i).expect(201);
        eventually("all are found", () -> total("graspng") == 45);
        var indexed = page("").text("/next");
        var staff = staff();

        services().stop(Kind.ELASTICSEARCH);

        assertThat(owner.get(PATH + "/search/papers?q=grasping&limit=20&after=" + indexed)
                        .expect(503)
                        .text("/code"))
                .isEqualTo("search_unavailable");
        assertThat(staff.open(at("/manage/conferences/conf27/search?q=grasping&after=" + indexed))
                        .body())
                .contains("so the list begins again", "45 papers");
        var numbers = new ArrayList<Integer>();
        var first = page("");
        numbers(first, numbers);
        var second = page("&after=" + first.text("/next"));
        numbers(second, numbers);

        services().startAgain(Kind.ELASTICSEARCH);

        eventually("the index answers", () -> total("graspng") == 45);
        numbers(page("&after=" + second.text("/next")), numbers);
        assertThat(numbers).hasSize(45).doesNotHaveDuplicates();
        owner.get(PATH + "/search/papers?after=plain.nonsense").expect(422);
    }

    private Http.Answer page(String after) {
        return owner.get(PATH + "/search/papers?q=grasping&limit=20" + after).expect(200);
    }

    private static void numbers(Http.Answer page, List<Integer> numbers) {
        page.json().at("/items").forEach(item -> numbers.add(item.at("/number").asInt()));
    }

    private long total(String words) {
        return owner.get(PATH + "/search/papers?q=" + words)
                .expect(200)
                .json()
                .at("/total")
                .asLong();
    }

    private Browser staff() {
        var email = "owner-" + Ids.next() + "@example.org";
        var account = accounts.createOwner("Otto Owner", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var browser = new Browser();
        var page = browser.submit(browser.open(at("/manage")), "/login", Map.of("email", email, "password", PASSWORD));
        assertThat(page.status()).isEqualTo(200);
        return browser;
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
