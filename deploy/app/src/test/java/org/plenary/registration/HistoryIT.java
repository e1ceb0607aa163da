package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.dev.CardPage;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

class HistoryIT extends PaidOrderIT {
    private static final String PASSWORD = "looms-weave-algebra";
    private static final String PAGE = "/manage/conferences/conf27/history";

    @Autowired
    private Accounts accounts;

    @Test
    void staffReadAllThatHappenedAroundAPerson() {
        var order = paid(Map.of("name", "Ada"));
        var change = answers(order, Map.of("name", "Ada", "dinner", "yes")).expect(200);
        CardPage.open(change.text("/payment/url")).pay(CARD);
        eventually("applied", () -> total(order).equals("199.00"));
        checkIn(view(order).at("/delegates/0/ticket").asString()).expect(200);
        cancel(order, Map.of("lines", List.of(view(order).at("/lines/1/id").asString())))
                .expect(200);
        eventually("mailed", () -> inbox().mails(email).size() >= 2);
        var browser = new Browser();
        signIn(browser, PAGE + "?lang=en");

        var page = open(browser, PAGE + "?email=" + email.toUpperCase(java.util.Locale.ROOT));

        assertThat(page.body())
                .contains("Order " + order.text("/code"), "Ordered", "Confirmed", "Change to be paid for", "Came in")
                .contains("Change paid and done", "Cancelled", "Dinner: Yes", "€80.00", "Mail sent", "Done by staff")
                .contains("Lines of the order cancelled");
        assertThat(open(browser, PAGE + "?lang=zh-CN&email=" + email).body()).contains("个人记录", "已签到");
        assertThat(open(browser, PAGE + "?lang=en&email=nobody@example.org").body())
                .contains("Nothing happened around this address")
                .doesNotContain(order.text("/code"));
        assertThat(open(browser, "/manage/conferences/conf27/orders/" + order.text("/code"))
                        .body())
                .contains("history?email=");
        assertThat(anybody.get(PATH + "/orders").status()).isEqualTo(401);
    }

    private void signIn(Browser browser, String path) {
        var login = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona Müller", login, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        browser.submit(open(browser, path), "/login", Map.of("email", login, "password", PASSWORD));
    }
}
