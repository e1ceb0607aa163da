package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aFee;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.dev.CardPage;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

class ChangingFeeIT extends PaidOrderIT {
    private static final String PASSWORD = "looms-weave-algebra";

    @Autowired
    private Accounts accounts;

    @BeforeEach
    void moreFees() {
        aFee(owner, "premium", "219.00", 1);
        aFee(owner, "student", "19.00", 10);
    }

    @AfterEach
    void theCountersAgreeWithTheRows() {
        assertThat(differences()).isEmpty();
    }

    @Test
    void aDelegateChangesToADearerFeeByPayingTheDifference() {
        policy("{\"fee_change\": true}");
        var order = paid(Map.of("name", "Ada", "dinner", "yes"));

        var change = fee(anybody, order, "premium").expect(200);

        assertThat(change.text("/due/amount")).isEqualTo("100.00");
        assertThat(used("fee:premium")).isEqualTo(1);
        assertThat(used("fee:regular")).isEqualTo(1);
        CardPage.open(change.text("/payment/url")).pay(CARD);
        eventually("applied", () -> total(order).equals("299.00"));
        assertThat(view(order).at("/delegates/0/fee").asString()).isEqualTo("premium");
        assertThat(used("fee:regular")).isZero();
        assertThat(received()).isEqualTo(29_900);
        var second = paid(Map.of("name", "Bob"));
        var refused = fee(anybody, second, "premium").expect(409);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/fee");
        assertThat(fee(anybody, second, "nonsense").expect(422).text("/errors/0/pointer"))
                .isEqualTo("/fee");
        cancel(order, Map.of("lines", "all", "refund", Map.of("amount", "299.00", "currency", "EUR")))
                .expect(200);
        assertThat(view(order).at("/documents/2/amends"))
                .as("what is given back was on both invoices")
                .hasSize(2);
    }

    @Test
    void aCheaperFeeGivesBackWhatThePolicySays() {
        policy("""
                {"fee_change": true, "refunds": [{"until": "2027-05-09", "percent": 50}]}""");
        var order = paid(Map.of("name", "Ada", "dinner", "yes"));

        var change = fee(anybody, order, "student").expect(200);

        assertThat(change.text("/refund/amount")).isEqualTo("50.00");
        assertThat(total(order)).isEqualTo("149.00");
        assertThat(page(order, "en")).contains("Fee student</span>").doesNotContain("Fee regular</span><span");
        eventually("half the difference is back", () -> returned() == 5_000);
    }

    @Test
    void onlyWhereTheOrganizerLetsThemAndOnlyToFeesForEverybody() {
        var order = paid(Map.of("name", "Ada", "dinner", "yes"));
        assertThat(fee(anybody, order, "student").expect(409).text("/type")).endsWith("fee_fixed");
        policy("""
                {"fee_change": true, "needs_approval": ["student"], "invitation_only": ["premium"]}""");

        for (var fee : List.of("student", "premium"))
            assertThat(fee(anybody, order, fee).expect(422).text("/errors/0/code"))
                    .isEqualTo("fee_by_staff");
        assertThat(open(new Browser(), address(order) + "?secret=" + order.text("/secret"))
                        .body())
                .doesNotContain("Fee student", "Fee premium");
        assertThat(fee(owner, order, "student").expect(200).text("/change")).isEqualTo("done");
    }

    @Test
    void aVoucherThatMadeTheOldFeeCheaperCanBeUsedAgain() {
        owner.post(
                        PATH + "/vouchers",
                        "{\"code\": \"ONCE\", \"effect\": \"free\", \"uses\": 1, \"uses_per_person\": 1,"
                                + " \"fees\": [\"regular\"], \"reserves\": true}")
                .expect(201);
        var first = withCode().expect(201);
        withCode().expect(422);

        var change = owner.put(delegate(first) + "/answers", Map.of("answers", Map.of("name", "Ada"), "fee", "student"))
                .expect(200);

        assertThat(change.text("/due/amount")).isEqualTo("19.00");
        assertThat(differences()).isEmpty();
        CardPage.open(change.text("/payment/url")).pay(CARD);
        eventually("applied", () -> total(first).equals("19.00"));
        assertThat(view(first).at("/documents").findValuesAsString("kind")).containsExactly("INVOICE");
        assertThat(withCode().expect(201).text("/total/amount")).isEqualTo("0.00");
        assertThat(used("fee:regular")).isEqualTo(1);
    }

    private Http.Answer withCode() {
        return anybody.post(
                PATH + "/orders",
                Map.of(
                        "contact",
                        Map.of("name", "Ada", "email", email, "country", "GB"),
                        "delegates",
                        List.of(Map.of("fee", "regular", "answers", Map.of("name", "Ada"))),
                        "code",
                        "ONCE",
                        "locale",
                        "en"));
    }

    @Test
    void staffChangeTheFeeOnThePageAndWhoOrderedIsAskedToPay() {
        var order = paid(Map.of("name", "Ada"));
        var browser = new Browser();
        var path = "/manage/conferences/conf27/orders/" + order.text("/code") + "/delegates/"
                + order.text("/delegates/0/id") + "/answers";
        var page = signIn(browser, path + "?lang=en");
        assertThat(page.body()).contains("Fee premium", "Your fee now".substring(5), "value=\"Ada\"");
        var fields = new HashMap<>(
                Map.of("delegates.0.at", "0", "delegates.0.fee", "premium", "delegates.0.answers.name", "Ada"));
        var effect = browser.submit(page, path, fields);
        assertThat(effect.body()).contains("Change it and ask for the payment", "€100.00");
        fields.put("agreed", "10000:0");

        var done = browser.submit(effect, path, fields);

        assertThat(done.body()).contains("was asked to pay €100.00");
        eventually(
                "asked",
                () -> inbox().mails(email).stream()
                        .anyMatch(mail -> mail.subject().startsWith("Please confirm the change")
                                && mail.text().contains("Fee premium")
                                && mail.text().contains("€100.00")));
        assertThat(open(new Browser(), order(order) + "&lang=zh-CN").body()).contains("放弃更改");
        assertThat(Tenancy.callAs(
                        tenant,
                        () -> jdbc.sql("SELECT expires_at > now() + interval '6 days' FROM order_change")
                                .query(Boolean.class)
                                .single()))
                .isTrue();
        assertThat(Tenancy.callAs(
                        tenant,
                        () -> jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'delegate.changed'")
                                .query(Integer.class)
                                .single()))
                .isEqualTo(1);
    }

    private Http.Answer fee(Http http, Http.Answer order, String fee) {
        var answers =
                view(order).at("/lines").size() > 1 ? Map.of("name", "Ada", "dinner", "yes") : Map.of("name", "Ada");
        var secret = http == anybody ? "?secret=" + order.text("/secret") : "";
        return http.put(delegate(order) + "/answers" + secret, Map.of("answers", answers, "fee", fee));
    }

    private static String address(Http.Answer order) {
        return "/c/conf27/orders/" + order.text("/code") + "/delegates/" + order.text("/delegates/0/id") + "/answers";
    }

    private static String order(Http.Answer order) {
        return "/c/conf27/orders/" + order.text("/code") + "?secret=" + order.text("/secret");
    }

    private Browser.View signIn(Browser browser, String path) {
        var login = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona Müller", login, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        return browser.submit(open(browser, path), "/login", Map.of("email", login, "password", PASSWORD));
    }
}
