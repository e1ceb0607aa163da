package org.plenary.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody presses a button twice, or goes back and presses it again: nothing is done twice, and they come to where they were. */
class FormsSentTwiceIT extends PlenaryIT {
    private static final Pattern ONCE = Pattern.compile("name=\"_once\"[^>]*value=\"([^\"]+)\"");
    private static final String PASSWORD = "four unrelated words";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    @Autowired
    private JdbcClient jdbc;

    private final Browser browser = new Browser();
    private Tenant tenant;
    private Browser.View form;

    @BeforeEach
    void anOwnerAtAForm() {
        tenant = aTenant();
        var email = "mona-" + Ids.next() + "@example.org";
        var account = accounts.createOwner("Mona", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var login = browser.open(urls.tenant(tenant, "/manage").toString());
        browser.submit(login, "/login", Map.of("email", email, "password", PASSWORD));
        form = page();
    }

    private Browser.View page() {
        return browser.open(urls.tenant(tenant, "/manage/conferences/new").toString());
    }

    private static String once(Browser.View page) {
        var found = ONCE.matcher(page.body());
        // the first is that of signing out, above the page
        String last = "";
        while (found.find()) last = found.group(1);
        assertThat(last).isNotEmpty();
        return last;
    }

    private Browser.View send(Browser.View page, String slug, String name) {
        return send(browser, page, slug, name);
    }

    private static Browser.View send(Browser browser, Browser.View page, String slug, String name) {
        var fields = new HashMap<>(Map.of(
                "slug", slug,
                "name.en", name,
                "starts_on", "2027-05-10",
                "ends_on", "2027-05-12",
                "time_zone", "Europe/Berlin",
                "venue.name.en", "Hall",
                "venue.city.en", "Berlin",
                "venue.country", "DE",
                "currency", "EUR",
                "languages", "en"));
        fields.put("_once", once(page));
        return browser.submit(page, "/manage/conferences", fields);
    }

    private long conferences() {
        return jdbc.sql("select count(*) from " + tenant.schema() + ".conference")
                .query(Long.class)
                .single();
    }

    @Test
    void pressedAgainAFormLeadsWhereItLed() {
        var first = send(form, "looms", "Looms");
        var again = send(form, "looms", "Looms");

        assertThat(first.address().getPath()).isEqualTo("/manage/conferences/looms/settings");
        assertThat(again.status()).as("the address is not taken by another").isEqualTo(200);
        assertThat(again.address()).isEqualTo(first.address());
        assertThat(conferences()).isOne();
    }

    @Test
    void pressedOftenAtOnceItIsDoneOnce() throws Exception {
        var calls = new ArrayList<Callable<Browser.View>>();
        for (var i = 0; i < 6; i++) {
            var window = new Browser(browser);
            calls.add(() -> send(window, form, "looms", "Looms"));
        }

        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var result : threads.invokeAll(calls))
                assertThat(result.get().status()).isEqualTo(200);
        }
        assertThat(conferences()).isOne();
    }

    @Test
    void whatIsTypedAnewIsNewAndWhatWasRefusedIsLookedAtAgain() {
        assertThat(send(form, "looms", "").status()).isEqualTo(422);
        assertThat(send(form, "looms", "").status()).isEqualTo(422);
        assertThat(send(form, "looms", "Looms").status()).isEqualTo(200);
        assertThat(send(form, "mills", "Mills").status()).isEqualTo(200);
        assertThat(send(page(), "mills", "Mills").status())
                .as("a form of its own: the address is taken")
                .isEqualTo(422);
        assertThat(conferences()).isEqualTo(2);
    }

    @Test
    void whatWasRefusedOnTheNextPageIsTriedAgain() {
        send(form, "looms", "Looms");
        var path = "/manage/conferences/looms/removal";
        var question = browser.open(urls.tenant(tenant, path).toString());
        var press = Map.of("_once", once(question));

        published("now()");
        assertThat(browser.submit(question, path, press).address().getPath()).endsWith("/looms/settings");
        published("null");
        assertThat(browser.submit(question, path, press).address().getPath()).isEqualTo("/manage");
        assertThat(conferences()).isZero();
    }

    private void published(String when) {
        jdbc.sql("update " + tenant.schema() + ".conference set published_at = " + when)
                .update();
    }
}
