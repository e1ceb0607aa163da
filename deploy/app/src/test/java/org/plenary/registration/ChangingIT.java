package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.dev.CardPage;
import org.plenary.identity.Browser;
import org.plenary.registration.order.ChangeEnding;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ChangingIT extends PlenaryIT {
    private static final String CARD = "4242424242424242";
    private static final Pattern LINK = Pattern.compile("http://[^\\s]+secret=[A-Za-z0-9_-]+");
    private static final Pattern AGREED = Pattern.compile("name=\"agreed\" value=\"([^\"]+)\"");

    @Autowired
    private StockCheck stockCheck;

    @Autowired
    private ChangeEnding changeEnding;

    @Autowired
    private JdbcClient jdbc;

    private Tenant tenant;
    private Http owner;
    private Http anybody;
    private String email;

    @BeforeEach
    void aConferenceWithADinner() {
        tenant = aTenant();
        owner = owner(tenant);
        anybody = anonymous(tenant);
        email = "ada-" + tenant.slug() + "@example.org";
        aConference(owner);
        aFee(owner, "regular", "119.00", 10);
        publish(owner);
    }

    @Test
    void whatCostsMoreIsHeldAndDoneWhenItIsPaid() {
        var order = paid(Map.of("name", "Ada"));

        var change = answers(order, Map.of("name", "Ada", "dinner", "yes", "diet", "none"))
                .expect(200);

        assertThat(change.text("/change")).isEqualTo("payment_due");
        assertThat(change.text("/due/amount")).isEqualTo("80.00");
        assertThat(change.text("/order/total/amount")).isEqualTo("119.00");
        assertThat(used("option:dinner:yes")).isEqualTo(1);
        assertThat(differences()).isEmpty();
        assertThat(answers(order, Map.of("name", "Eve")).expect(409).text("/type"))
                .endsWith("change_pending");
        assertThat(page(order, "en")).contains("Your change costs €80.00 more", "Drop the change");
        assertThat(page(order, "zh-CN")).contains("放弃更改");

        assertThat(CardPage.open(change.text("/payment/url")).pay(CARD)).isEqualTo(303);

        eventually("applied", () -> total(order).equals("199.00"));
        assertThat(view(order).at("/documents").findValuesAsString("kind")).containsExactly("INVOICE", "INVOICE");
        assertThat(view(order).at("/documents/1/total/amount").asString()).isEqualTo("80.00");
        assertThat(view(order).at("/payments")).hasSize(2);
        assertThat(delegateAnswers().at("/diet").asString()).isEqualTo("none");
        assertThat(differences()).isEmpty();
        assertThat(balance("sales")).isEqualTo(-19_900);
        eventually(
                "told",
                () -> inbox().mails(email).stream()
                        .anyMatch(mail -> mail.subject().endsWith("was changed")
                                && mail.text().contains("€80.00")
                                && mail.attachments().size() == 1));
    }

    @Test
    void whatCostsLessIsDoneAtOnceAndTheRestGoesBack() {
        var order = paid(Map.of("name", "Ada", "dinner", "yes"));

        var change = answers(order, Map.of("name", "Ada", "dinner", "no")).expect(200);

        assertThat(change.text("/change")).isEqualTo("done");
        assertThat(change.text("/refund/amount")).isEqualTo("80.00");
        assertThat(change.text("/order/total/amount")).isEqualTo("119.00");
        assertThat(view(order).at("/documents/1/total/amount").asString()).isEqualTo("-80.00");
        assertThat(used("option:dinner:yes")).isZero();
        assertThat(differences()).isEmpty();
        eventually("the money is back", () -> balance("refunds") == 8_000);
        eventually(
                "noted",
                () -> view(order).at("/payments/0/refunded/amount").asString().equals("80.00"));
        assertThat(view(order).at("/refunded/amount").asString()).isEqualTo("0.00");

        cancel(order, Map.of("lines", "all")).expect(200);

        eventually("refunded", () -> view(order).at("/status").asString().equals("refunded"));
        assertThat(balance("refunds")).isEqualTo(19_900);
        assertThat(balance(null)).isZero();
    }

    @Test
    void thePolicyKeepsItsShareOfWhatIsGivenUp() {
        policy("""
                {"self_withdrawal": true, "refunds": [{"until": "2027-05-09", "percent": 50}]}""");
        var order = paid(Map.of("name", "Ada", "dinner", "yes"));

        var change = answers(order, Map.of("name", "Ada")).expect(200);

        assertThat(change.text("/refund/amount")).isEqualTo("40.00");
        assertThat(total(order)).isEqualTo("159.00");
        assertThat(view(order).at("/lines").findValuesAsString("kind")).contains("kept");
        assertThat(view(order).at("/documents/1/total/amount").asString()).isEqualTo("-40.00");

        var withdrawn = anybody.post(
                        PATH + "/orders/" + order.text("/code") + "/cancellation?secret=" + order.text("/secret"),
                        Map.of("lines", "all"))
                .expect(200);

        assertThat(withdrawn.text("/status")).isEqualTo("cancelled");
        eventually("half of the fee, too", () -> balance("refunds") == 4_000 + 5_950);
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatWasPaidForAChangeGoesBackFromItsOwnPayment() {
        var order = paid(Map.of("name", "Ada"));
        var change = answers(order, Map.of("name", "Ada", "dinner", "yes")).expect(200);
        CardPage.open(change.text("/payment/url")).pay(CARD);
        eventually("applied", () -> total(order).equals("199.00"));

        cancel(order, Map.of("lines", "all")).expect(200);

        eventually(
                "refunded", () -> view(order).at("/refunded/amount").asString().equals("199.00"));
        assertThat(view(order).at("/payments").findValuesAsString("status")).containsOnly("REFUNDED");
        assertThat(balance("refunds")).isEqualTo(-balance("sales"));
        assertThat(differences()).isEmpty();
    }

    @Test
    void aPaymentForAChangeOfAnOrderThatIsGoneGoesBack() {
        var order = paid(Map.of("name", "Ada"));
        var change = answers(order, Map.of("name", "Ada", "dinner", "yes")).expect(200);
        var payment = CardPage.open(change.text("/payment/url"));

        cancel(order, Map.of("lines", "all")).expect(200);
        payment.pay(CARD);

        eventually("all is back", () -> balance("refunds") == 19_900);
        assertThat(view(order).at("/lines")).hasSize(1);
        assertThat(used("option:dinner:yes")).isZero();
        assertThat(differences()).isEmpty();
    }

    @Test
    void aChangeThatIsDroppedOrNotPaidInTimeFreesWhatItHeld() {
        var order = paid(Map.of("name", "Ada"));
        answers(order, Map.of("name", "Ada", "dinner", "yes")).expect(200);
        var address = PATH + "/orders/" + order.text("/code") + "/change?secret=" + order.text("/secret");

        anybody.delete(address).expect(204);

        assertThat(used("option:dinner:yes")).isZero();
        answers(order, Map.of("name", "Ada", "dinner", "yes")).expect(200);
        assertThat(used("option:dinner:yes")).isEqualTo(1);
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE order_change SET expires_at = now() - interval '1 minute'")
                        .update());
        eventually("expired", () -> {
            Tenancy.runAs(tenant, changeEnding::sweep);
            return used("option:dinner:yes") == 0;
        });
        assertThat(differences()).isEmpty();
        assertThat(total(order)).isEqualTo("119.00");
    }

    @Test
    void whatIsSoldOutIsNamedAndNothingChanges() {
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE stock SET capacity = 0 WHERE key = 'option:dinner:yes'")
                        .update());
        var order = paid(Map.of("name", "Ada"));

        var refused = answers(order, Map.of("name", "Eve", "dinner", "yes")).expect(409);

        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/answers/dinner");
        assertThat(refused.text("/errors/0/code")).isEqualTo("sold_out");
        assertThat(delegateAnswers().at("/name").asString()).isEqualTo("Ada");
        assertThat(answers(order, Map.of("dinner", "no")).expect(422).text("/errors/0/pointer"))
                .isEqualTo("/answers/name");
        assertThat(differences()).isEmpty();
    }

    @Test
    void aPlaceIsPassedOnAndTheFormerTicketOpensNoDoor() {
        var order = paid(Map.of("name", "Ada", "dinner", "yes"));
        var former = view(order).at("/delegates/0/ticket").asString();
        var heir = "grace-" + tenant.slug() + "@example.org";

        var done = anybody.post(
                        delegate(order) + "/transfer?secret=" + order.text("/secret"),
                        Map.of(
                                "name",
                                "Grace Hopper",
                                "email",
                                heir,
                                "answers",
                                Map.of("name", "Grace", "dinner", "yes")))
                .expect(200);

        assertThat(done.text("/order/delegates/0/name")).isEqualTo("Grace Hopper");
        assertThat(done.text("/order/total/amount")).isEqualTo("199.00");
        var fresh = view(order).at("/delegates/0/ticket").asString();
        assertThat(fresh).isNotEqualTo(former);
        assertThat(checkIn(former).expect(409).text("/type")).endsWith("ticket_not_valid");
        eventually(
                "the new person has the ticket",
                () -> inbox().mails(heir).stream()
                        .anyMatch(mail -> mail.text().contains(fresh)
                                && mail.attachments().size() == 2));
        assertThat(inbox().mails(heir)).noneMatch(mail -> mail.text().contains("secret="));
        checkIn(fresh).expect(200);
        assertThat(anybody.post(
                                delegate(order) + "/transfer?secret=" + order.text("/secret"),
                                Map.of("name", "Eve", "email", "eve@example.org", "answers", Map.of("name", "Eve")))
                        .expect(409)
                        .text("/type"))
                .endsWith("has_come");
        assertThat(differences()).isEmpty();
    }

    @Test
    void afterTheLastDayOnlyStaffChangeThings() {
        policy("""
                {"edit_until": "2020-01-01", "transfer_until": "2020-01-01"}""");
        var order = paid(Map.of("name", "Ada"));

        assertThat(answers(order, Map.of("name", "Eve")).expect(409).text("/type"))
                .endsWith("changes_closed");
        anybody.put(delegate(order) + "/answers?secret=wrong", Map.of("answers", Map.of("name", "Eve")))
                .expect(404);
        owner.put(delegate(order) + "/answers", Map.of("answers", Map.of("name", "Eve")))
                .expect(200);

        assertThat(delegateAnswers().at("/name").asString()).isEqualTo("Eve");
        assertThat(Tenancy.callAs(
                        tenant,
                        () -> jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'delegate.changed'")
                                .query(Integer.class)
                                .single()))
                .isEqualTo(1);
        assertThat(page(order, "en")).doesNotContain("Change answers");
    }

    @Test
    void delegatesWithdrawOnlyWhereTheOrganizerLetsThem() {
        var order = paid(Map.of("name", "Ada"));
        var address = "/c/conf27/orders/" + order.text("/code") + "/withdrawal?secret=" + order.text("/secret");
        var cancellation = PATH + "/orders/" + order.text("/code") + "/cancellation?secret=" + order.text("/secret");
        assertThat(anybody.post(cancellation, Map.of("lines", "all"))
                        .expect(409)
                        .text("/type"))
                .endsWith("not_cancellable");
        assertThat(page(order, "en")).doesNotContain("Withdraw");

        policy("""
                {"self_withdrawal": true, "refunds": [{"until": "2027-04-30", "percent": 80}, {"until": "2027-05-09", "percent": 30}]}""");

        assertThat(page(order, "en")).contains("Cannot come?", "80 % until 30 Apr 2027", "30 % until 9 May 2027");
        assertThat(anybody.post(
                                cancellation,
                                Map.of("lines", "all", "refund", Map.of("amount", "119.00", "currency", "EUR")))
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/refund");
        var browser = new Browser();
        var choice = open(browser, address + "&lang=en");
        assertThat(choice.body()).contains("What do you want to give up?", "Fee regular (Ada)");
        var preview = open(browser, address + "&lines=all");
        assertThat(preview.body()).contains("Comes back to you (80 %)", "€95.20");
        var done = browser.submit(
                preview,
                "/c/conf27/orders/" + order.text("/code") + "/withdrawal",
                Map.of("secret", order.text("/secret"), "lines", "all"));
        assertThat(done.body()).contains("The order was cancelled");
        eventually("the money is back", () -> balance("refunds") == 9_520);
        assertThat(differences()).isEmpty();
    }

    @Test
    void theLinkIsSentAgainAndNobodyLearnsWhoIsRegistered() {
        paid(Map.of("name", "Ada"));
        var browser = new Browser();
        var form = open(browser, "/c/conf27/my-registration?lang=en");

        var known = browser.submit(
                form, "/c/conf27/my-registration", Map.of("email", email.toUpperCase(java.util.Locale.ROOT)));
        var unknown = browser.submit(form, "/c/conf27/my-registration", Map.of("email", "nobody@example.org"));
        var wrong = browser.submit(form, "/c/conf27/my-registration", Map.of("email", "nobody"));

        assertThat(known.body()).contains("If something was ordered under this address");
        assertThat(withoutTokens(unknown.body())).isEqualTo(withoutTokens(known.body()));
        assertThat(wrong.status()).isEqualTo(422);
        eventually(
                "the link comes",
                () -> inbox().mails(email).stream()
                        .anyMatch(mail -> mail.subject().startsWith("Your registration for Conf 27")
                                && mail.text().contains("Order")
                                && mail.attachments().isEmpty()));
        var mail = inbox().mails(email).stream()
                .filter(each -> each.attachments().isEmpty())
                .findFirst()
                .orElseThrow();
        var link = LINK.matcher(mail.text());
        assertThat(link.find()).isTrue();
        assertThat(browser.open(link.group()).body()).contains("You are registered");
        assertThat(inbox().mails("nobody@example.org")).isEmpty();
        anybody.post(PATH + "/order-links", Map.of("email", email)).expect(202);
    }

    @Test
    void aDelegateChangesAnswersOnThePageAndSeesThePriceFirst() {
        var order = paid(Map.of("name", "Ada"));
        var id = view(order).at("/delegates/0/id").asString();
        var path = "/c/conf27/orders/" + order.text("/code") + "/delegates/" + id + "/answers";
        var browser = new Browser();
        var page = open(browser, path + "?lang=en&secret=" + order.text("/secret"));
        assertThat(page.body()).contains("Answers of Ada", "value=\"Ada\"");
        var fields = new java.util.HashMap<>(Map.of(
                "secret", order.text("/secret"),
                "delegates.0.at", "0",
                "delegates.0.fee", "regular",
                "delegates.0.answers.name", "Ada L.",
                "delegates.0.answers.dinner", "yes"));

        var preview = browser.submit(page, path, fields);

        assertThat(preview.body()).contains("What this changes", "€80.00", "Change it and pay");
        assertThat(delegateAnswers().at("/name").asString()).isEqualTo("Ada");
        assertThat(open(browser, path + "?lang=zh-CN&secret=" + order.text("/secret"))
                        .body())
                .contains("Ada 的答案");
        open(browser, path + "?lang=en&secret=" + order.text("/secret"));
        var agreed = AGREED.matcher(preview.body());
        assertThat(agreed.find()).isTrue();
        fields.put("delegates.0.answers.name", "");
        fields.put("agreed", agreed.group(1));
        assertThat(browser.submit(preview, path, fields).status()).isEqualTo(422);
        fields.put("delegates.0.answers.name", "Ada L.");
        fields.put("delegates.0.answers.dinner", "no");
        var free = browser.submit(preview, path, fields);
        assertThat(free.body()).contains("Your changes were saved.", "Ada L.");
        var transfer = path.replace("/answers", "/transfer");
        assertThat(open(browser, transfer + "?secret=" + order.text("/secret")).body())
                .contains("Pass on the place of Ada L.", "New person");
        assertThat(browser.submit(preview, transfer, Map.of("secret", order.text("/secret"), "name", "", "email", "x"))
                        .status())
                .isEqualTo(422);
    }

    private static String withoutTokens(String html) {
        return html.replaceAll("value=\"[^\"]+\"", "")
                .replaceAll("data-csrf-token=\"[^\"]*\"", "")
                .replaceAll("nonce=\"[^\"]*\"", "");
    }

    private Http.Answer paid(Map<String, String> answers) {
        var order = anybody.post(
                        PATH + "/orders",
                        Map.of(
                                "contact", Map.of("name", "Ada", "email", email, "country", "GB"),
                                "delegates", List.of(Map.of("fee", "regular", "answers", answers)),
                                "locale", "en"))
                .expect(201);
        CardPage.open(order.text("/payment/url")).pay(CARD);
        eventually("paid", () -> view(order).at("/status").asString().equals("confirmed"));
        return order;
    }

    private String delegate(Http.Answer order) {
        return PATH + "/orders/" + order.text("/code") + "/delegates/" + order.text("/delegates/0/id");
    }

    private Http.Answer answers(Http.Answer order, Map<String, String> answers) {
        return anybody.put(delegate(order) + "/answers?secret=" + order.text("/secret"), Map.of("answers", answers));
    }

    private Http.Answer cancel(Http.Answer order, Map<String, ?> body) {
        return owner.post(PATH + "/orders/" + order.text("/code") + "/cancellation", body);
    }

    private void policy(String json) {
        owner.put(PATH + "/registration-policy", json).expect(200);
    }

    private JsonNode view(Http.Answer order) {
        return owner.get(PATH + "/orders/" + order.text("/code")).expect(200).json();
    }

    private String total(Http.Answer order) {
        return view(order).at("/total/amount").asString();
    }

    private JsonNode delegateAnswers() {
        return owner.get(PATH + "/delegates").json().at("/items/0/answers");
    }

    private Http.Answer checkIn(String ticket) {
        return owner.post(PATH + "/check-ins", Map.of("ticket", ticket, "gate", "A"));
    }

    private String page(Http.Answer order, String language) {
        return open(
                        new Browser(),
                        "/c/conf27/orders/" + order.text("/code") + "?lang=" + language + "&secret="
                                + order.text("/secret"))
                .body();
    }

    private Browser.View open(Browser browser, String path) {
        return browser.open("http://" + tenant.slug() + ".localhost:" + owner.port() + path);
    }

    private List<StockCheck.Difference> differences() {
        return Tenancy.callAs(tenant, stockCheck::differences);
    }

    private int used(String key) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT used FROM stock WHERE key = :key")
                        .param("key", key)
                        .query(Integer.class)
                        .single());
    }

    /** Debits less credits, in minor units. @param account null for all */
    private long balance(String account) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("""
                select coalesce(sum(debit - credit), 0) from ledger_entry
                where cast(:account as text) is null or account = :account""").param("account", account).query(Long.class).single());
    }
}
