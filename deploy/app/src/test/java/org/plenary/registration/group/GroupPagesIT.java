package org.plenary.registration.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of groups, as a browser without scripts sees them. */
class GroupPagesIT extends PlenaryIT {
    private static final String PASSWORD = "looms-weave-algebra";
    private static final Pattern PLACE = Pattern.compile("id=\"place-([0-9a-f-]{36})\"");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<]+/places/[^\\s\"<]+");

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private Tenant tenant;
    private Http owner;
    private Browser browser;
    private String site;

    @BeforeEach
    void aConferenceThatTakesGroups() {
        tenant = aTenant();
        owner = owner(tenant);
        browser = new Browser();
        site = "http://" + tenant.slug() + ".localhost:" + owner.port();
        aConference(owner);
        aFee(owner, "regular", "0.00", 10);
        publish(owner);
        owner.put(PATH + "/group-settings", Map.of("allowed", true, "most", 8)).expect(200);
    }

    @Test
    void aCoordinatorOrdersInvitesAndThePersonTakesThePlace() {
        assertThat(browser.open(site + "/c/conf27?lang=en").body()).contains("Coming as a group?");
        var form = browser.open(site + "/c/conf27/register/group");
        assertThat(browser.submit(form, "/c/conf27/register/group", Map.of("organization", "Looms"))
                        .status())
                .isEqualTo(422);
        var order = order(form, "2");
        assertThat(order.body()).contains("2 × Fee regular", "2 names are missing");

        var group = group(order);
        var place = place(group);
        var to = "grace-" + tenant.slug() + "@example.org";
        var base = group.address().getPath();
        var refused = send(group, base + "/invitations", Map.of("place", place, "email", "nobody"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("This is not an e-mail address.");
        var sent = send(group, base + "/invitations", Map.of("place", place, "email", to));
        assertThat(sent.body()).contains("The link was sent to " + to);
        send(group, base + "/invitations", Map.of("place", place, "email", to));
        eventually("the link arrives", () -> !inbox().mails(to).isEmpty());

        var person = new Browser();
        var page = person.open(link(inbox().mails(to).getFirst().text()));
        assertThat(page.body())
                .contains("Mona Müller (Looms) has reserved a place for you", "only that is offered here");
        assertThat(person.submit(page, page.address().toString(), Map.of("revision", "0", "email", to))
                        .body())
                .contains("This is required.");
        var taken = person.submit(
                page,
                page.address().toString(),
                Map.of("revision", "0", "email", to, "delegates.0.answers.name", "Grace Hopper"));
        assertThat(taken.body()).contains("Thank you. The place is yours.", "Grace Hopper", "Ticket");
        eventually(
                "the ticket arrives",
                () -> inbox().mails(to).stream()
                        .anyMatch(mail -> mail.attachments().size() == 2));
        assertThat(inbox().mails(to)).hasSize(2);

        var late = send(
                group,
                base + "/places/" + place,
                Map.of("revision", "0", "email", to, "delegates.0.answers.name", "X"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("Somebody else was faster");
        var corrected = person.submit(
                taken,
                page.address().toString(),
                Map.of("revision", "1", "email", to, "delegates.0.answers.name", "Grace B. Hopper"));
        assertThat(corrected.body()).contains("Your details were saved.", "Grace B. Hopper");
    }

    @Test
    void remindersGoOncePerPersonAndDay() {
        var group = group(order(browser.open(site + "/c/conf27/register/group?lang=en"), "3"));
        var base = group.address().getPath();
        var to = "joan-" + tenant.slug() + "@example.org";
        send(group, base + "/invitations", Map.of("place", place(group), "email", to));

        assertThat(send(group, base + "/reminders", Map.of()).body())
                .contains("Nobody had to be reminded; 2 places have no address yet.");
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE group_place SET sent_at = sent_at - interval '2 days'")
                        .update());
        assertThat(send(group, base + "/reminders", Map.of()).body()).contains("One person was reminded");
        assertThat(send(group, base + "/reminders", Map.of()).body()).contains("Nobody had to be reminded");
        eventually("the reminder arrives", () -> inbox().mails(to).size() == 2);
    }

    @Test
    void staffDoWhatACoordinatorCanAndItIsWrittenDown() {
        var order = order(browser.open(site + "/c/conf27/register/group?lang=en"), "2");
        var desk = site + "/manage/conferences/conf27";
        var staff = signedIn(desk + "/orders?groups=missing");
        assertThat(staff.body()).contains("Looms", "2 names missing");
        assertThat(browser.open(desk + "/delegates").body()).contains("Name missing");
        assertThat(browser.open(desk + "/delegates/duplicates").body()).contains("Nobody seems to be registered twice");
        var group = browser.open(desk + "/groups/" + code(order));
        var person = browser.open(desk + "/groups/" + code(order) + "/places/" + place(group));
        var ada = "ada-" + tenant.slug() + "@example.org";

        var named = browser.submit(
                person,
                person.address().getPath(),
                Map.of("revision", "0", "email", ada, "delegates.0.answers.name", "Ada"));

        assertThat(named.body()).contains("Ada has the place now.", "Ticket sent");
        var removal = browser.open(person.address() + "/removal");
        assertThat(removal.body()).contains("Remove Ada from this place?");
        assertThat(browser.submit(removal, removal.address().getPath(), Map.of())
                        .body())
                .contains("Place 1 waits for another name.");
        eventually("who was taken out is told", () -> isTold(ada, "is not yours any more"));
        eventually("and then forgotten", () -> removed().equals("{}"));
        assertThat(Tenancy.callAs(
                        tenant,
                        () -> jdbc.sql("SELECT action FROM audit_entry WHERE action LIKE 'group.%'")
                                .query(String.class)
                                .list()))
                .containsExactlyInAnyOrder("group.named", "group.vacated");
        var settings = browser.open(desk + "/group-settings");
        assertThat(browser.submit(settings, settings.address().getPath(), Map.of("most", "1", "version", "1"))
                        .status())
                .isEqualTo(422);
        assertThat(browser.submit(
                                settings,
                                settings.address().getPath(),
                                Map.of("allowed", "true", "most", "50", "version", "1"))
                        .body())
                .contains("The settings of groups were saved.");
    }

    @Test
    void groupsWaitInTheWaitingRoomAsEverybodyDoes() {
        owner.put(PATH + "/waiting-room", Map.of("on", true, "opens_at", "2026-01-01T08:00:00Z", "at_once", 1))
                .expect(200);

        assertThat(anonymous(tenant).get("/c/conf27/register/group").status()).isEqualTo(200);
        assertThat(anonymous(tenant).get("/c/conf27/register/group").status()).isEqualTo(303);
        assertThat(anonymous(tenant).post(PATH + "/groups", "{}").status()).isEqualTo(429);
    }

    @Test
    void whoseGroupIsCancelledIsTold() {
        var order = order(browser.open(site + "/c/conf27/register/group?lang=en"), "2");
        var group = group(order);
        var to = "grace-" + tenant.slug() + "@example.org";
        send(
                group,
                group.address().getPath() + "/places/" + place(group),
                Map.of("revision", "0", "email", to, "delegates.0.answers.name", "Grace"));
        eventually("the ticket arrives", () -> isTold(to, "Your ticket is attached"));

        owner.post(PATH + "/orders/" + code(order) + "/cancellation", Map.of()).expect(200);

        eventually("Grace is told", () -> isTold(to, "your ticket is not valid any more"));
    }

    private boolean isTold(String to, String words) {
        return inbox().mails(to).stream()
                .anyMatch(mail -> mail.text().contains(words) && mail.html().contains(words));
    }

    private String removed() {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT removed::text FROM group_place WHERE revision > 1")
                        .query(String.class)
                        .single());
    }

    private Browser.View order(Browser.View form, String quantity) {
        var fields = new HashMap<String, String>();
        fields.put("organization", "Looms");
        fields.put("contact.name", "Mona Müller");
        fields.put("contact.email", "mona-" + tenant.slug() + "@example.org");
        fields.put("contact.country", "DE");
        fields.put("places.0.quantity", quantity);
        return browser.submit(form, "/c/conf27/register/group", fields);
    }

    private Browser.View group(Browser.View order) {
        return browser.open(
                site + "/c/conf27/groups/" + code(order) + "?" + order.address().getQuery());
    }

    private static String code(Browser.View order) {
        var path = order.address().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The forms of the group's page carry its secret in their addresses. */
    private Browser.View send(Browser.View group, String path, Map<String, String> fields) {
        return browser.submit(group, path + "?" + group.address().getQuery(), fields);
    }

    private static String place(Browser.View group) {
        var found = PLACE.matcher(group.body());
        assertThat(found.find()).as(group.body()).isTrue();
        return found.group(1);
    }

    private static String link(String text) {
        var found = LINK.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }

    private Browser.View signedIn(String address) {
        var login = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona", login, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        return browser.submit(
                browser.open(address + "&lang=en"), "/login", Map.of("email", login, "password", PASSWORD));
    }
}
