package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.registration.delegate.Retention;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class InvitationIT extends PlenaryIT {
    private static final String PASSWORD = "looms-weave-algebra";
    private static final Pattern TOKEN = Pattern.compile("register\\?invitation=([A-Za-z0-9_-]+)");

    @Autowired
    private Accounts accounts;

    @Autowired
    private Retention retention;

    @Autowired
    private JdbcClient jdbc;

    private Tenant tenant;
    private Http owner;
    private String email;

    @BeforeEach
    void aFeeForInvitedPeople() {
        tenant = aTenant();
        owner = owner(tenant);
        email = "guest-" + tenant.slug() + "@example.org";
        aConference(owner);
        aFee(owner, "speaker", "0.00", 10);
        aFee(owner, "regular", "119.00", 10);
        publish(owner);
        owner.put(PATH + "/registration-policy", Map.of("invitation_only", List.of("speaker")))
                .expect(200);
    }

    @Test
    void anInvitationOpensOneRegistration() throws Exception {
        assertThat(order(null).expect(422).text("/errors/0/code")).isEqualTo("invitation_required");
        assertThat(order("made-up").expect(422).text("/errors/0/pointer")).isEqualTo("/delegates/0/fee");
        var token = invited();

        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 8; i++) calls.add(() -> order(token).status());
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : threads.invokeAll(calls)) statuses.add(call.get());
        }

        assertThat(statuses).containsOnlyOnce(201).contains(422);
        assertThat(listed("/status")).isEqualTo("used");
        assertThat(listed("/order")).isNotBlank();
        assertThat(order(token).expect(422).text("/errors/0/code")).isEqualTo("invitation_used");
    }

    @Test
    void anOrderThatComesToNothingGivesTheInvitationBack() {
        var token = invited();
        var order = order(token).expect(201);

        owner.post(PATH + "/orders/" + order.text("/code") + "/cancellation", Map.of("lines", "all"))
                .expect(200);

        eventually("free again", () -> !listed("/status").equals("used"));
        order(token).expect(201);
    }

    @Test
    void addressesAreInvitedOnceAndWrongOnesNamed() {
        assertThat(invite(List.of(email, email.toUpperCase(java.util.Locale.ROOT), "b@example.org"))
                        .expect(200)
                        .text("/invited"))
                .isEqualTo("2");
        assertThat(invite(List.of(email, "c@example.org")).expect(200).text("/known"))
                .isEqualTo("1");
        assertThat(invite(List.of("d@example.org", "nonsense")).expect(422).text("/errors/0/pointer"))
                .isEqualTo("/emails/1");
        assertThat(owner.post(PATH + "/invitations", Map.of("fee", "regular", "emails", List.of(email)))
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/fee");
        assertThat(owner.get(PATH + "/invitations").json().at("/items")).hasSize(3);
    }

    @Test
    void whatIsRevokedOpensNothing() {
        var token = invited();

        owner.delete(PATH + "/invitations/" + listed("/id")).expect(204);

        assertThat(order(token).expect(422).text("/errors/0/code")).isEqualTo("invitation_used");
        owner.delete(PATH + "/invitations/" + listed("/id")).expect(409);
        assertThat(invite(List.of(email)).expect(200).text("/invited")).isEqualTo("1");
    }

    @Test
    void feesForInvitedPeopleAreToldToInvitedPeopleOnly() {
        var token = invited();

        assertThat(anonymous(tenant).get(PATH + "/availability").expect(200).body())
                .contains("regular")
                .doesNotContain("speaker");
        assertThat(anonymous(tenant)
                        .get(PATH + "/availability?invitation=made-up")
                        .expect(200)
                        .body())
                .doesNotContain("speaker");
        assertThat(anonymous(tenant)
                        .get(PATH + "/availability?invitation=" + token)
                        .expect(200)
                        .body())
                .contains("speaker");
    }

    @Test
    void whoIsInvitedCanWaitAndNobodyElse() {
        owner.put(PATH + "/waiting-list/settings", Map.of("open", true)).expect(200);
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE stock SET capacity = 0 WHERE key = 'fee:speaker'")
                        .update());
        var token = invited();
        assertThat(join(null).expect(422).text("/errors/0/code")).isEqualTo("invitation_required");
        var entry = join(token).expect(201);
        assertThat(listed("/status")).isNotEqualTo("used");
        assertThat(Tenancy.callAs(
                        tenant,
                        () -> jdbc.sql("SELECT CAST(wishes AS text) FROM waiting_entry")
                                .query(String.class)
                                .single()))
                .contains("\"invitation\": \"")
                .doesNotContain(token);

        var fee = new HashMap<>(Map.<String, Object>of("key", "speaker", "name", "Speaker", "capacity", 3));
        fee.put("prices", List.of(Map.of("amount", Map.of("amount", "0.00", "currency", "EUR"))));
        owner.put(PATH + "/fees/speaker", fee).expect(200);

        eventually(
                "it is their turn",
                () -> anonymous(tenant)
                        .get(PATH + "/waiting-list/" + entry.text("/id") + "?secret=" + entry.text("/secret"))
                        .text("/status")
                        .equals("offered"));
        assertThat(listed("/status")).isEqualTo("used");
    }

    @Test
    void whomTheOrganizerInvitedIsForgottenAfterTheConference() {
        invited();
        Tenancy.runAs(tenant, retention::erase);
        assertThat(owner.get(PATH + "/invitations").json().at("/items")).hasSize(1);
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE conference SET starts_on = '2020-01-01', ends_on = '2020-01-02'")
                        .update());

        Tenancy.runAs(tenant, retention::erase);

        assertThat(owner.get(PATH + "/invitations").json().at("/items")).isEmpty();
    }

    private Http.Answer join(String token) {
        var cart = new HashMap<String, Object>(
                Map.of("delegates", List.of(Map.of("fee", "speaker", "answers", Map.of("name", "Guest")))));
        if (token != null) cart.put("invitation", token);
        return anonymous(tenant)
                .post(
                        PATH + "/waiting-list",
                        Map.of(
                                "contact",
                                Map.of("name", "Guest", "email", email, "country", "DE"),
                                "carts",
                                List.of(cart)));
    }

    @Test
    void staffInviteManyAndTheGuestRegistersOnThePage() {
        var browser = new Browser();
        var path = "/manage/conferences/conf27/invitations";
        var page = signIn(browser, path + "?lang=en");
        assertThat(page.body()).contains("E-mail addresses", "Fee speaker");
        var wrong = browser.submit(page, path, Map.of("fee", "speaker", "emails", email + "\nnonsense"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("nonsense: ", email);
        var done = browser.submit(page, path, Map.of("fee", "speaker", "emails", email + ", b@example.org"));
        assertThat(done.body()).contains("2 were invited", email, "Send again");
        assertThat(open(browser, path + "?lang=zh-CN").body()).contains("已发送");

        var guest = new Browser();
        assertThat(open(guest, "/c/conf27/register?lang=en").body()).doesNotContain("Fee speaker");
        assertThat(open(guest, "/c/conf27?lang=en").body()).doesNotContain("Fee speaker");
        var token = token();
        var form = open(guest, "/c/conf27/register?lang=en&invitation=" + token);
        assertThat(form.body()).contains("Fee speaker", "value=\"" + email + "\"");
        assertThat(listed(email, "/status")).isEqualTo("opened");
        var fields = new HashMap<>(Map.of(
                "invitation", token,
                "contact.name", "Guest",
                "contact.email", email,
                "contact.country", "DE",
                "delegates.0.at", "0",
                "delegates.0.fee", "speaker",
                "place", "true"));
        var refused = guest.submit(form, "/c/conf27/register", fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Fee speaker", token);
        fields.put("delegates.0.answers.name", "Guest");
        assertThat(guest.submit(refused, "/c/conf27/register", fields).body()).contains("You are registered");
        assertThat(listed(email, "/status")).isEqualTo("used");
    }

    private String invited() {
        invite(List.of(email)).expect(200);
        return token();
    }

    /** As it came by mail. */
    private String token() {
        eventually("invited", () -> !inbox().mails(email).isEmpty());
        var found = TOKEN.matcher(inbox().mails(email).getFirst().text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private Http.Answer invite(List<String> emails) {
        return owner.post(PATH + "/invitations", Map.of("fee", "speaker", "emails", emails));
    }

    private String listed(String member) {
        return owner.get(PATH + "/invitations").expect(200).text("/items/0" + member);
    }

    private String listed(String address, String member) {
        return owner.get(PATH + "/invitations")
                .json()
                .at("/items")
                .valueStream()
                .filter(each -> each.at("/email").asString().equals(address))
                .findFirst()
                .orElseThrow()
                .at(member)
                .asString();
    }

    private Http.Answer order(String token) {
        var cart = new HashMap<String, Object>(Map.of(
                "contact", Map.of("name", "Guest", "email", email, "country", "DE"),
                "delegates", List.of(Map.of("fee", "speaker", "answers", Map.of("name", "Guest"))),
                "locale", "en"));
        if (token != null) cart.put("invitation", token);
        return anonymous(tenant).post(PATH + "/orders", cart);
    }

    private Browser.View signIn(Browser browser, String path) {
        var login = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona Müller", login, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        return browser.submit(open(browser, path), "/login", Map.of("email", login, "password", PASSWORD));
    }

    private Browser.View open(Browser browser, String path) {
        return browser.open("http://" + tenant.slug() + ".localhost:" + owner.port() + path);
    }
}
