package org.plenary.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;

/** What no browser sends by itself, and scanners do: it is refused, and is no fault of ours that wakes somebody. */
class StrangeRequestsIT extends PlenaryIT {
    @Autowired
    private Urls urls;

    @Test
    void aTextThatNoDatabaseKeepsIsRefused() {
        var tenant = aTenant();
        var belongings = Belongings.of(owner(tenant), anonymous(tenant));
        var api = "/api/v1/conferences/" + belongings.conference();
        var register = "/c/" + belongings.conference() + "/register";

        var browser = new Browser();
        var page = browser.open(urls.tenant(tenant, register).toString());
        var form = Map.of("code", "/e\0", "contact.name", "Ada\0", "contact.email", "ada@example.org");
        assertThat(browser.submit(page, register, form).status()).isBetween(400, 499);
        assertThat(anonymous(tenant)
                        .get("/c/" + belongings.conference() + "?q=%00")
                        .status())
                .isLessThan(500);
        assertThat(anonymous(tenant).get("/c/%00").status()).isBetween(400, 499);

        var order = Map.of(
                "contact", Map.of("name", "Ada", "email", "ada@example.org", "country", "DE"),
                "delegates", List.of(Map.of("fee", "free", "answers", Map.of())),
                "code", "EARLY\0");
        assertThat(anonymous(tenant).post(api + "/orders", order).expect(422).text("/errors/0/code"))
                .isEqualTo("control_characters");
        for (var list : List.of("/orders", "/delegates", "/submissions", "/search/papers", "/search/delegates"))
            for (var filter : List.of("q", "status", "fee", "cursor", "email"))
                assertThat(owner(tenant)
                                .get(api + list + "?" + filter + "=a%00")
                                .status())
                        .as("%s by %s", list, filter)
                        .isLessThan(500);
    }

    @Test
    void nobodySignsInAsWhoNobodyCanBe() {
        var browser = new Browser();
        var page = browser.open(urls.platform("/login").toString());

        var answer = browser.submit(page, "/login", Map.of("email", "ada\0@example.org", "password", "no\0 word"));

        assertThat(answer.status()).isLessThan(500);
    }

    @Test
    void anAddressThatNothingIsAtIsNotFoundWhereverItIs() {
        var tenant = aTenant();
        var belongings = Belongings.of(owner(tenant), anonymous(tenant));
        for (var under : new String[] {"", "/register", "/register/group", "/orders", "/pages"})
            anonymous(tenant)
                    .get("/c/" + belongings.conference() + under + "/nothing/here")
                    .expect(404);
        anonymous(tenant)
                .get("/c/" + belongings.conference() + "/register/nothing")
                .expect(404);
    }
}
