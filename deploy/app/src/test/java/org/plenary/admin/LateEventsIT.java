package org.plenary.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.payments.PaymentReceived;
import org.plenary.tenancy.LateEvents;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * An event that can never be delivered: a second payment of an order, of which the payments know nothing, so that what is owed
 * cannot go back. Time is moved by moving when the next try is due.
 */
class LateEventsIT extends PlenaryIT {
    private static final String PASSWORD = "four unrelated words";
    private static final String LISTENER = "registration.refund-what-is-owed";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private LateEvents lateEvents;

    private Tenant tenant;
    private UUID event;

    /** @param nextTry null when it is parked */
    private record Late(
            UUID id,
            int failures,
            int attempts,
            String error,
            @Nullable Timestamp nextTry) {}

    @BeforeEach
    void somethingFails() {
        tenant = aTenant();
        aConference(owner(tenant));
        aFee(owner(tenant), "regular", "100.00", null);
        publish(owner(tenant));
        var order = anonymous(tenant)
                .post(PATH + "/orders", cart("regular", Map.of("name", "Ada Lovelace")))
                .expect(201);
        var id = Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select id from orders where code = ?")
                        .param(order.text("/code"))
                        .query(UUID.class)
                        .single());
        for (var i = 0; i < 2; i++)
            Tenancy.runAs(
                    tenant,
                    () -> transactions.executeWithoutResult(status -> events.publishEvent(
                            new PaymentReceived(tenant.id(), Ids.next(), id, Money.parse("EUR 100.00")))));
        eventually("it failed and waits", () -> late().isPresent());
        event = late().orElseThrow().id();
    }

    @AfterEach
    void clean() {
        jdbc.sql("delete from control.late_event where listener_id = ?")
                .param(LISTENER)
                .update();
    }

    private Optional<Late> late() {
        return jdbc.sql("""
                        select id, failures, completion_attempts, last_error, next_try_at from control.late_event
                        where listener_id = ? and serialized_event::json ->> 'tenant' = ?""")
                .params(LISTENER, tenant.id().toString())
                .query((row, number) -> new Late(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getTimestamp(5)))
                .optional();
    }

    private boolean hasFailed(int times) {
        return late().filter(late -> late.failures() == times).isPresent();
    }

    /** As if it had failed so often, and it were time for the next try. */
    private void isDueAfter(int failures) {
        jdbc.sql("update control.late_event set failures = ?, next_try_at = now() where id = ?")
                .params(failures, event)
                .update();
    }

    @Test
    void theListGoesOnWhereAPageEnded() {
        var copy = Ids.next();
        jdbc.sql("update control.late_event set publication_date = publication_date - interval '1 second' where id = ?")
                .param(event)
                .update();
        jdbc.sql("""
                        insert into control.late_event select (jsonb_populate_record(late, jsonb_build_object('id', cast(? as text),
                            'publication_date', late.publication_date + interval '1 second'))).*
                        from control.late_event late where id = ?""").params(copy.toString(), event).update();

        var first = lateEvents.page(null, 1, null);
        var found = new ArrayList<UUID>();
        var page = first;
        while (true) {
            page.items().forEach(each -> found.add(each.id()));
            if (page.next() == null) break;
            page = lateEvents.page(null, 1, page.next());
        }

        assertThat(found).contains(event, copy).doesNotHaveDuplicates();
    }

    @Test
    void anEventThatFailsForEverIsParkedAndToldToTheOperator() {
        assertThat(late().orElseThrow().error()).contains("No more can be given back than was paid.");
        var before = meters.counter("plenary.events.parked").count();

        isDueAfter(9);

        eventually("parked", () -> hasFailed(10));
        assertThat(late().orElseThrow().nextTry()).isNull();
        assertThat(meters.counter("plenary.events.parked").count()).isEqualTo(before + 1);
        var page =
                anOperator().open(urls.platform("/operator/events?state=parked").toString());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(LISTENER, "RefundOwed", tenant.name(), "Parked", "No more can be given back than was paid.");
    }

    @Test
    void theDelayGrowsWithEachFailure() {
        var first =
                Duration.between(Instant.now(), late().orElseThrow().nextTry().toInstant());
        assertThat(first).isLessThanOrEqualTo(Duration.ofSeconds(2));

        isDueAfter(4);

        eventually("failed again", () -> hasFailed(5));
        var fifth =
                Duration.between(Instant.now(), late().orElseThrow().nextTry().toInstant());
        assertThat(fifth).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(32));
    }

    @Test
    void theOperatorHasItTriedAgainAndInTheEndDiscardsIt() {
        isDueAfter(9);
        eventually("parked", () -> hasFailed(10));
        var attempts = late().orElseThrow().attempts();
        var browser = anOperator();
        var path = "/operator/events/" + event;

        browser.submit(open(browser, path), path + "/redelivery", Map.of());

        eventually(
                "tried again", () -> late().filter(l -> l.attempts() > attempts).isPresent());
        assertThat(late().orElseThrow().failures())
                .as("as if it had never failed")
                .isEqualTo(1);
        assertThat(audited("event.retried")).contains(LISTENER);

        var question = open(browser, path + "/discarding/confirm");
        assertThat(question.body()).contains("Discard this event?", "RefundOwed", LISTENER);
        var list = browser.submit(question, path + "/discarding", Map.of());

        assertThat(list.body()).contains("It is discarded.");
        assertThat(late()).isEmpty();
        assertThat(audited("event.discarded"))
                .contains(LISTENER, "amount_minor", tenant.id().toString());
        assertThat(open(browser, path).status()).isEqualTo(404);
    }

    @Test
    void allThatIsParkedIsTriedAgainAtOnce() {
        isDueAfter(9);
        eventually("parked", () -> hasFailed(10));
        var browser = anOperator();

        browser.submit(open(browser, "/operator/events?lang=zh-CN"), "/operator/events/redelivery", Map.of());

        eventually("tried again", () -> hasFailed(1));
    }

    @Test
    void nobodyElseGetsIn() {
        assertThat(new Browser()
                        .open(urls.platform("/operator/events").toString())
                        .address())
                .isEqualTo(urls.platform("/login"));
        assertThat(anonymous(tenant).get("/operator/events").status()).isEqualTo(404);
    }

    private Browser anOperator() {
        var email = "operator-" + Ids.reference(8) + "@example.org";
        accounts.createOperator("Olga", email, quickHash(PASSWORD));
        var browser = new Browser();
        browser.submit(open(browser, "/login"), "/login", Map.of("email", email, "password", PASSWORD));
        return browser;
    }

    private Browser.View open(Browser browser, String path) {
        return browser.open(urls.platform(path).toString());
    }

    private String audited(String action) {
        return jdbc.sql("select details::text from control.audit_entry where action = ? and subject = ?")
                .params(action, event.toString())
                .query(String.class)
                .single();
    }
}
