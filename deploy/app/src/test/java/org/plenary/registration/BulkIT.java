package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.embedded.Inbox;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Things that staff do to many delegates at once. */
class BulkIT extends PlenaryIT {
    private static final String LIST = "/manage/conferences/conf27/delegates";
    private static final String PASSWORD = "many-hands-light-work";
    private static final Pattern EXPECTED = Pattern.compile("name=\"expected\" value=\"(\\d+)\"");

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private final Browser browser = new Browser();
    private final String domain = Ids.reference(8).toLowerCase(java.util.Locale.ROOT) + ".example.org";
    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void aConferenceWithDelegates() {
        tenant = aTenant();
        owner = owner(tenant);
        RegistrationFixture.aConference(owner);
        owner.put(RegistrationFixture.PATH + "/registration-form", """
                {"sections": [{"key": "you", "title": "You", "fields": [
                  {"key": "name", "type": "text", "label": "Name", "required": true},
                  {"key": "mail", "type": "email", "label": "Mail", "required": true}]}]}""").expect(200);
        RegistrationFixture.aFee(owner, "free", "0.00", null);
        RegistrationFixture.publish(owner);
        register("en", "Ada", "Ben");
        register("zh-CN", "Chen");
        signIn();
    }

    @Test
    void everybodyOnTheListGetsOneMailInTheLanguageOfTheOrder() {
        var question = browser.open(at(LIST + "/bulk?action=message&all=true&sort=name"));
        assertThat(question.body()).contains("3 delegates");
        var refused = send(question, message("Hello {{nmae}}", "再见"), "preview");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("A placeholder is not known").contains("Hello {{nmae}}");

        var preview = send(question, message("Room for {{name}}", "{{name}}的房间"), "preview");
        assertThat(preview.body()).contains("Room for Ada").contains("Chen的房间").contains("Send 3 mails");
        var done = send(preview, message("Room for {{name}}", "{{name}}的房间"), "do");

        awaitJob(done, "3 mails were sent.");
        assertThat(subjects("ada")).containsOnlyOnce("Room for Ada");
        assertThat(subjects("ben")).containsOnlyOnce("Room for Ben");
        assertThat(subjects("chen")).containsOnlyOnce("Chen的房间");
        assertThat(browser.open(at("/manage/audit")).body()).contains("delegates.message");
    }

    @Test
    void onlyThoseTickedAreConcerned() {
        var ids = idsByName();

        var page =
                browser.open(at(LIST + "/bulk?action=group&sort=name&id=" + ids.get("Ada") + "&id=" + ids.get("Chen")));

        assertThat(page.body()).contains("2 delegates").contains("Ada").doesNotContain(">Ben<");
        assertThat(browser.open(at(LIST + "/bulk?action=group&sort=name")).body())
                .contains("Choose delegates first");
    }

    @Test
    void delegatesAreSpreadOverGroupsAndPutBackByUndo() {
        var question = browser.open(at(LIST + "/bulk?action=group&all=true&sort=name"));
        var groups = Map.of("action", "group", "all", "true", "sort", "name", "groups", "Red\nBlue");

        var done = send(send(question, groups, "preview"), groups, "do");

        awaitJob(done, "3 delegates were assigned.");
        assertThat(groupsOnTheList()).containsOnlyKeys("Red", "Blue").containsValue(2L);
        var undone = browser.submit(
                browser.open(done.address().toString()), done.address().getPath() + "/undo", Map.of());
        awaitJob(undone, "3 delegates were assigned.");
        assertThat(groupsOnTheList()).isEmpty();
    }

    @Test
    void aDelegateIsCancelledOutOfAnOrderAndTheRestOfItStands() {
        var ids = idsByName();
        var fields = Map.of("action", "cancellation", "sort", "name", "id", ids.get("Ada"));

        var question = browser.open(at(LIST + "/bulk?action=cancellation&sort=name&id=" + ids.get("Ada")));
        assertThat(question.body()).contains("€0.00").contains("Cancel one delegate");
        var done = send(question, fields, "do");

        awaitJob(done, "One delegate was cancelled.");
        assertThat(owner.get(RegistrationFixture.PATH + "/delegates?status=cancelled")
                        .expect(200)
                        .json()
                        .at("/items"))
                .singleElement()
                .satisfies(
                        delegate -> assertThat(delegate.at("/name").asString()).isEqualTo("Ada"));
    }

    @Test
    void whoIsNotToldOfACancellationIsSaidBefore() {
        var page = at(LIST + "/bulk?action=cancellation&all=true&sort=name");
        assertThat(browser.open(page).body()).contains("2 buyers are told by mail.");

        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE orders SET silent = true WHERE locale = 'en'")
                        .update());

        assertThat(browser.open(page).body())
                .contains("One buyer is told by mail; one is not, who was imported without mails.");
    }

    @Test
    void aConfirmationIsSentAgainOncePerOrder() {
        awaitMails("desk", 2);
        var fields = Map.of("action", "confirmation", "sort", "name", "all", "true");

        var question = browser.open(at(LIST + "/bulk?action=confirmation&all=true&sort=name"));
        assertThat(question.body()).contains("2 buyers get the confirmation");
        var done = send(question, fields, "do");

        awaitJob(done, "2 confirmations were sent.");
        awaitMails("desk", 4);
    }

    private static Map<String, String> message(String english, String chinese) {
        return Map.of(
                "action", "message",
                "all", "true",
                "sort", "name",
                "subject.en", english,
                "subject.zh-CN", chinese,
                "text.en", "Dear {{name}},\nsee you.",
                "text.zh-CN", "{{name}}：\n再见。");
    }

    private Browser.View send(Browser.View page, Map<String, String> fields, String step) {
        var all = new LinkedHashMap<>(fields);
        all.put("step", step);
        var expected = EXPECTED.matcher(page.body());
        if (expected.find()) all.put("expected", expected.group(1));
        return browser.submit(page, LIST + "/bulk", all);
    }

    private void awaitJob(Browser.View page, String text) {
        assertThat(page.address().getPath()).contains("/delegates/jobs/");
        eventually(text, () -> browser.open(page.address().toString()).body().contains(text));
    }

    private Map<String, Long> groupsOnTheList() {
        var cells = Pattern.compile("data-label=\"Discussion group\">\\s*<span class=\"cell-text\">([^<]+)</span>")
                .matcher(
                        browser.open(at(LIST + "?col=name&col=group&sort=name")).body());
        return cells.results()
                .map(match -> match.group(1))
                .collect(Collectors.groupingBy(g -> g, Collectors.counting()));
    }

    private Map<String, String> idsByName() {
        var ids = new LinkedHashMap<String, String>();
        owner.get(RegistrationFixture.PATH + "/delegates")
                .json()
                .at("/items")
                .forEach(each ->
                        ids.put(each.at("/name").asString(), each.at("/id").asString()));
        return ids;
    }

    private void register(String locale, String... names) {
        var delegates = new ArrayList<Map<String, Object>>();
        for (var name : names)
            delegates.add(Map.of(
                    "fee",
                    "free",
                    "answers",
                    Map.of("name", name, "mail", name.toLowerCase(java.util.Locale.ROOT) + "@" + domain),
                    "form_version",
                    2));
        anonymous(tenant)
                .post(
                        RegistrationFixture.PATH + "/orders",
                        Map.of(
                                "contact", Map.of("name", "Desk", "email", "desk@" + domain, "country", "DE"),
                                "delegates", delegates,
                                "locale", locale))
                .expect(201);
    }

    private List<String> subjects(String to) {
        return mails(to).stream().map(Inbox.Mail::subject).toList();
    }

    private List<Inbox.Mail> mails(String to) {
        return inbox().mails(to + "@" + domain);
    }

    private void awaitMails(String to, int count) {
        eventually(count + " mails to " + to, () -> mails(to).size() == count);
    }

    private String at(String path) {
        return "http://" + tenant.slug() + ".localhost:" + platform().port() + path;
    }

    private void signIn() {
        var email = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona Müller", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var page = browser.open(at("/manage"));
        browser.submit(page, "/login", Map.of("email", email, "password", PASSWORD));
    }
}
