package org.plenary.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.identity.Permission;
import org.plenary.kernel.Ids;
import org.plenary.payments.PaymentRefunded;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantRegistry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Organizers' programs are told what happens, by a real receiver that looks at what it gets. */
class WebhooksIT extends PlenaryIT {
    private static final String ENDPOINTS = "/api/v1/webhook-endpoints";
    private static final String PASSWORD = "looms-weave-algebra";

    @Autowired
    private Accounts accounts;

    @Autowired
    private TenantRegistry registry;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transactions;

    private final Receiver receiver = new Receiver();
    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void aConferenceThatIsFree() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "regular", "0.00", null);
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void whatHappensIsToldSignedAndWithoutPersonalData() {
        var endpoint = endpoint(
                receiver,
                "conference.published",
                "order.placed",
                "order.confirmed",
                "order.changed",
                "order.cancelled",
                "payment.refunded",
                "delegate.checked_in",
                "paper.submitted");
        publish(owner);
        var order = ordered();
        var ticket = Map.of(
                "ticket",
                owner.get(PATH + "/delegates?q=" + order.text("/code"))
                        .expect(200)
                        .text("/items/0/ticket"));
        owner.post(PATH + "/check-ins", ticket).expect(200);
        owner.post(PATH + "/check-ins", ticket).expect(200);
        var cancelled = ordered();
        owner.post(PATH + "/orders/" + cancelled.text("/code") + "/cancellation", Map.of())
                .expect(200);
        owner.post(
                        PATH + "/call-for-papers",
                        Map.of(
                                "tracks", List.of(Map.of("key", "main", "name", "Main")),
                                "deadline", Map.of("at", "2099-04-01T12:00", "zone", "AoE")))
                .expect(201);
        anonymous(tenant).post(PATH + "/submissions", """
                {"title": "On Engines", "abstract": "About engines.", "keywords": ["engines"], "track": "main",
                 "authors": [{"name": "Ada Lovelace", "email": "ada@example.org", "affiliation": "None",
                   "country": "GB", "corresponding": true}]}""").expect(201);
        refunded("EUR 5.00");
        refunded("EUR 5.00");

        eventually("all was told", () -> receiver.messages().size() == 10);

        assertThat(receiver.messages()).allSatisfy(message -> {
            assertThat(message.isSignedWith(endpoint.text("/secret"))).isTrue();
            assertThat(message.body()).doesNotContain("Ada", "ada@example.org", order.text("/secret"));
            assertThat(message.headers().firstValue("content-type").orElseThrow())
                    .startsWith("application/json");
        });
        assertThat(receiver.messages().stream().map(Receiver.Message::id).collect(Collectors.toSet()))
                .hasSize(10);
        var confirmed = told("order.confirmed").stream()
                .filter(each -> each.read("/data/order/code").equals(order.text("/code")))
                .toList();
        assertThat(confirmed).hasSize(1);
        assertThat(confirmed.getFirst().read("/data/conference/slug")).isEqualTo("conf27");
        assertThat(told("conference.published")).hasSize(1);
        assertThat(told("order.placed")).hasSize(2);
        assertThat(told("order.cancelled").getFirst().read("/data/order/code")).isEqualTo(cancelled.text("/code"));
        assertThat(told("delegate.checked_in")).hasSize(1);
        assertThat(told("paper.submitted").getFirst().read("/data/paper/number"))
                .isEqualTo("1");
        assertThat(told("payment.refunded"))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.read("/data/amount/amount")).isEqualTo("5.00"));
        var log = owner.get(deliveries(endpoint) + "?status=delivered").expect(200);
        assertThat(log.json().at("/items")).hasSize(10);
        assertThat(log.text("/items/0/attempts/0/status")).isEqualTo("200");
        assertThat(owner.get(ENDPOINTS + "/" + id(endpoint)).expect(200).text("/state"))
                .isEqualTo("active");
    }

    @Test
    void whatDoesNotGetThroughIsTriedAgainUnderItsIdAndSentAgainWhenWanted() {
        var endpoint = endpoint(receiver, "order.placed");
        publish(owner);
        receiver.answers(500);

        ordered();

        eventually("two tries", () -> receiver.messages().size() == 2);
        eventually("the third is for later", () -> inLog(endpoint, "waiting", 2) == 1);
        assertThat(owner.get(ENDPOINTS + "/" + id(endpoint)).text("/state")).isEqualTo("failing");
        itIsDueNow();
        eventually("given up", () -> inLog(endpoint, "failed", 3) == 1);
        var ids = receiver.messages().stream().map(Receiver.Message::id).collect(Collectors.toSet());
        assertThat(ids).hasSize(1);

        receiver.answers(204);
        owner.post(ENDPOINTS + "/" + id(endpoint) + "/recovery", Map.of("since", "2020-01-01T00:00:00Z"))
                .expect(202);

        eventually("got through", () -> inLog(endpoint, "delivered", 4) == 1);
        assertThat(receiver.messages().getLast().id()).isEqualTo(ids.iterator().next());
        assertThat(owner.get(ENDPOINTS + "/" + id(endpoint)).text("/state")).isEqualTo("active");
        var delivery = owner.get(deliveries(endpoint)).text("/items/0/id");
        owner.post(deliveries(endpoint) + "/" + delivery + "/replay", Map.of()).expect(202);
        eventually("once more", () -> receiver.messages().size() == 5);
        assertThat(receiver.messages().getLast().id()).isEqualTo(ids.iterator().next());
    }

    @Test
    void aSlowEndpointDelaysNoOtherAndWhatANodeLeftUndoneIsDoneByTheNext() {
        receiver.holds();
        var slow = endpoint(receiver, "order.placed");
        try (var quick = new Receiver()) {
            endpoint(quick, "order.placed");
            publish(owner);
            ordered();
            eventually("the slow one was called", () -> !receiver.messages().isEmpty());
            for (var i = 0; i < 3; i++) ordered();
            eventually("the quick one has all", () -> quick.messages().size() == 4);
            assertThat(inLog(slow, "waiting", 0)).isEqualTo(4);
            assertThat(receiver.messages())
                    .as("what is being called is not called again")
                    .hasSize(1);

            // as when the node that is calling died: nobody notes what came of it, and its lease ends
            itIsDueNow();
            eventually("called again", () -> receiver.messages().size() == 5);
            var ids = receiver.messages().stream().map(Receiver.Message::id).collect(Collectors.toSet());
            assertThat(ids).as("one of them twice, under its id").hasSize(4);
        }
    }

    @Test
    void aSecretIsReplacedWithoutALostMessage() {
        var endpoint = endpoint(receiver, "order.placed");
        var path = ENDPOINTS + "/" + id(endpoint);

        var rotated = owner.post(path + "/secret", Map.of()).expect(201);
        owner.post(path + "/test", Map.of()).expect(202);
        eventually("told", () -> receiver.messages().size() == 1);

        var message = receiver.messages().getFirst();
        assertThat(message.type()).isEqualTo("webhook.test");
        assertThat(Set.of(endpoint.text("/secret"), rotated.text("/secret")))
                .hasSize(2)
                .allSatisfy(secret -> assertThat(message.isSignedWith(secret)).isTrue());
        inTenant("update webhook_endpoint set former_until = now() - interval '1 minute'");
        owner.post(path + "/test", Map.of()).expect(202);
        eventually("told again", () -> receiver.messages().size() == 2);
        assertThat(receiver.messages().getLast().isSignedWith(endpoint.text("/secret")))
                .isFalse();
        assertThat(owner.get(path).body()).doesNotContain("whsec_");
        assertThat(jdbc.sql("select count(*) from " + tenant.schema() + ".webhook_endpoint where nonce like 'whsec%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anEndpointThatNothingGetsThroughToForDaysIsSwitchedOffAndItsOwnersAreTold() {
        var login = anOwner();
        var endpoint = endpoint(receiver, "order.placed");
        publish(owner);
        receiver.answers(503);
        inTenant("update webhook_endpoint set failing_since = now() - interval '6 days'");

        ordered();

        eventually(
                "given up",
                () -> owner.get(ENDPOINTS + "/" + id(endpoint)).text("/state").equals("stopped"));
        eventually("the owner was told", () -> inbox().mails(login).size() == 1);
        assertThat(inbox().mails(login).getFirst().text()).contains("localhost", "/manage/webhooks/" + id(endpoint));
        var calls = receiver.messages().size();
        ordered();
        eventually("what happens meanwhile is kept", () -> inLog(endpoint, "failed", 0) == 1);
        owner.post(ENDPOINTS + "/" + id(endpoint) + "/test", Map.of()).expect(409);
        assertThat(receiver.messages()).hasSize(calls);

        receiver.answers(200);
        owner.patch(ENDPOINTS + "/" + id(endpoint), Map.of("active", true)).expect(200);
        owner.post(ENDPOINTS + "/" + id(endpoint) + "/recovery", Map.of("since", "2020-01-01T00:00:00Z"))
                .expect(202);

        eventually("nothing is lost", () -> receiver.messages().size() == calls + 2);
    }

    @Test
    void anEndpointThatSaysThatItIsGoneIsBelieved() {
        var endpoint = endpoint(receiver, "order.placed");
        receiver.answers(410);

        owner.post(ENDPOINTS + "/" + id(endpoint) + "/test", Map.of()).expect(202);

        eventually(
                "given up",
                () -> owner.get(ENDPOINTS + "/" + id(endpoint))
                        .text("/stopped_for")
                        .equals("gone"));
    }

    @Test
    void onlyWhoRunsTheOrganizationRegistersAndOnlyWhatIsPublic() {
        as(tenant, Permission.CONFERENCE_WRITE, Permission.REGISTRATION_WRITE)
                .get(ENDPOINTS)
                .expect(403);
        for (var url :
                List.of("http://example.org/", "https://10.0.0.1/", "https://2130706433/", "https://intranet/")) {
            var refused = owner.post(ENDPOINTS, Map.of("url", url, "events", List.of("order.placed")))
                    .expect(422);
            assertThat(refused.text("/errors/0/pointer")).isEqualTo("/url");
        }
        var unknown = owner.post(ENDPOINTS, Map.of("url", "https://example.org/", "events", List.of("order.eaten")))
                .expect(422);
        assertThat(unknown.text("/errors/0/pointer")).startsWith("/events");
        var stale = endpoint(receiver, "order.placed");
        owner.with("If-Match", "\"7\"")
                .patch(ENDPOINTS + "/" + id(stale), Map.of("active", false))
                .expect(412);
    }

    @Test
    void theOrganizerDoesAllOfItOnPages() {
        var login = anOwner();
        var browser = new Browser();
        var host = "http://" + tenant.slug() + ".localhost:" + owner.port();
        browser.submit(
                browser.open(host + "/manage/webhooks?lang=en"),
                "/login",
                Map.of("email", login, "password", PASSWORD));
        assertThat(browser.open(host + "/manage/webhooks").body()).contains("No endpoints yet");

        var form = browser.open(host + "/manage/webhooks/new");
        var refused = browser.submitAll(
                form, "/manage/webhooks", Map.of("url", List.of("http://10.0.0.1"), "events", List.of("order.placed")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("http://10.0.0.1", "starts with https://");
        var issued = browser.submitAll(
                refused,
                "/manage/webhooks",
                Map.of("url", List.of(receiver.url()), "events", List.of("order.placed", "order.confirmed")));
        assertThat(issued.body()).contains("whsec_");
        var id = owner.get(ENDPOINTS).text("/items/0/id");
        var here = "/manage/webhooks/" + id;
        var page = browser.open(host + here);
        assertThat(page.body()).contains("Nothing was sent yet").doesNotContain("whsec_");

        browser.submit(page, here + "/test", Map.of());
        eventually(
                "delivered",
                () -> owner.get(ENDPOINTS + "/" + id + "/deliveries?status=delivered")
                                .json()
                                .at("/items")
                                .size()
                        == 1);
        assertThat(browser.open(host + here + "?status=failed&lang=zh-CN").body())
                .contains("没有符合条件的记录");
        var delivery = owner.get(ENDPOINTS + "/" + id + "/deliveries").text("/items/0/id");
        var detail = browser.open(host + here + "/deliveries/" + delivery + "?lang=en");
        assertThat(detail.body()).contains("webhook.test", "msg_", "200");
        browser.submit(detail, here + "/deliveries/" + delivery + "/replay", Map.of());
        browser.submit(browser.open(host + here), here + "/recovery", Map.of("since", "2026-01-01"));
        var edit = browser.open(host + here + "/edit");
        var version = edit.body().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        browser.submit(
                edit,
                here,
                Map.of("url", receiver.url(), "description", "Sync", "events", "order.placed", "version", version));
        assertThat(browser.open(host + "/manage/webhooks").body()).contains("Sync", "Switched off");
        assertThat(browser.submit(browser.open(host + here + "/secret/confirm"), here + "/secret", Map.of())
                        .body())
                .contains("whsec_", "former secret");
        browser.submit(browser.open(host + here + "/deletion/confirm"), here + "/deletion", Map.of());
        assertThat(browser.open(host + "/manage/webhooks").body()).contains("No endpoints yet");
    }

    @Test
    void aSuspendedTenantIsNotSentForButLosesNothing() {
        var endpoint = endpoint(receiver, "order.placed");
        registry.suspend(tenant.id(), "Unpaid");
        inTenant(
                "insert into webhook_delivery (id, endpoint_id, type, happening, body, status, created_at, next_try_at)"
                        + " select '" + Ids.next() + "', id, 'order.placed', 'x', '{}', 'waiting', now(), now()"
                        + " from webhook_endpoint");
        jdbc.sql("insert into control.webhook_due (tenant_id, endpoint_id, due_at) values (?, cast(? as uuid), now())")
                .params(tenant.id().value(), id(endpoint))
                .update();
        eventually(
                "put off",
                () -> jdbc.sql(
                                "select due_at > now() + interval '5 minutes' from control.webhook_due where tenant_id = ?")
                        .param(tenant.id().value())
                        .query(Boolean.class)
                        .single());
        assertThat(receiver.messages()).isEmpty();
        registry.resume(tenant.id());
        itIsDueNow();
        eventually("told", () -> receiver.messages().size() == 1);
    }

    private Http.Answer endpoint(Receiver at, String... types) {
        return owner.post(ENDPOINTS, Map.of("url", at.url(), "events", List.of(types)))
                .expect(201);
    }

    private static String id(Http.Answer endpoint) {
        return endpoint.text("/endpoint/id");
    }

    private static String deliveries(Http.Answer endpoint) {
        return ENDPOINTS + "/" + id(endpoint) + "/deliveries";
    }

    private Http.Answer ordered() {
        return anonymous(tenant)
                .post(PATH + "/orders", cart("regular", Map.of("name", "Ada Lovelace")))
                .expect(201);
    }

    private void refunded(String amount) {
        Tenancy.runAs(
                tenant,
                () -> transactions.executeWithoutResult(status -> events.publishEvent(
                        new PaymentRefunded(tenant.id(), Ids.next(), Ids.next(), Money.parse(amount), Ids.next()))));
    }

    private List<Receiver.Message> told(String type) {
        return receiver.messages().stream()
                .filter(message -> message.type().equals(type))
                .toList();
    }

    /** How many in this state have been tried so often. */
    private long inLog(Http.Answer endpoint, String status, int attempts) {
        var items = owner.get(deliveries(endpoint) + "?status=" + status).json().at("/items");
        return items.valueStream()
                .filter(each -> each.at("/attempts").size() == attempts)
                .count();
    }

    private void itIsDueNow() {
        inTenant("update webhook_delivery set next_try_at = now() where status = 'waiting'");
        jdbc.sql("update control.webhook_due set due_at = now(), leased_until = null where tenant_id = ?")
                .param(tenant.id().value())
                .update();
    }

    private void inTenant(String sql) {
        Tenancy.runAs(tenant, () -> jdbc.sql(sql).update());
    }

    private String anOwner() {
        var login = "hooks-" + Ids.reference(8).toLowerCase(java.util.Locale.ROOT) + "@example.org";
        var account = accounts.createOwner("Mona Müller", login, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        return login;
    }
}
