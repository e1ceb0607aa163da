package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenancy;

/** What people do by themselves with the link of their order, and how they get to it. */
class SelfServiceIT extends PaidOrderIT {
    private static final Pattern LINK = Pattern.compile("http://[^\\s]+secret=[A-Za-z0-9_-]+");
    private static final Pattern AGREED = Pattern.compile("name=\"agreed\" value=\"([^\"]+)\"");

    @Test
    void afterTheLastDayOnlyStaffChangeThings() {
        policy("""
                {"edit_until": "2020-01-01", "transfer_until": "2020-01-01"}""");
        var order = paid(Map.of("name", "Ada", "dinner", "no"));

        assertThat(answers(order, Map.of("name", "Eve")).expect(409).text("/type"))
                .endsWith("changes_closed");
        anybody.put(delegate(order) + "/answers?secret=wrong", Map.of("answers", Map.of("name", "Eve")))
                .expect(404);
        owner.put(delegate(order) + "/answers", Map.of("answers", Map.of("name", "Eve")))
                .expect(200);

        assertThat(delegateAnswers().at("/name").asString()).isEqualTo("Eve");
        assertThat(delegateAnswers().at("/dinner").asString())
                .as("what staff leave out stays")
                .isEqualTo("no");
        owner.put(delegate(order) + "/answers", "{\"answers\": {\"dinner\": null}}")
                .expect(200);
        assertThat(delegateAnswers().has("dinner")).isFalse();
        assertThat(delegateAnswers().at("/name").asString()).isEqualTo("Eve");
        assertThat(Tenancy.callAs(
                        tenant,
                        () -> jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'delegate.changed'")
                                .query(Integer.class)
                                .single()))
                .isEqualTo(2);
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
        eventually("the money is back", () -> returned() == 9_520);
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
        var nameless = Map.of(
                "secret", order.text("/secret"),
                "delegates.0.at", "0",
                "delegates.0.fee", "regular",
                "delegates.0.answers.name", "",
                "email", "heir@example.org");
        assertThat(browser.submit(preview, transfer, nameless).body())
                .as("said once, by the form's own field")
                .contains("One answer needs your attention");
    }

    private static String withoutTokens(String html) {
        return html.replaceAll("value=\"[^\"]+\"", "")
                .replaceAll("data-csrf-token=\"[^\"]*\"", "")
                .replaceAll("nonce=\"[^\"]*\"", "");
    }
}
