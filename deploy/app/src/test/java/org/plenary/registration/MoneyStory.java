package org.plenary.registration;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plenary.Http;
import org.plenary.billing.CardSandboxControl;
import org.plenary.billing.reconcile.Reconciling;
import org.plenary.registration.order.ChangeEnding;
import org.plenary.registration.order.HoldSweeper;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The world around one tenant's money: Stripe, banks and time. */
final class MoneyStory {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Tenant tenant;
    private final Http owner;
    private final JdbcClient jdbc;
    private final Map<String, String> stripe;
    private final Running jobs;
    private final String account;
    private final Set<String> decided = new HashSet<>();

    MoneyStory(Tenant tenant, Http owner, JdbcClient jdbc, Map<String, String> stripe, Running jobs) {
        this.tenant = tenant;
        this.owner = owner;
        this.jdbc = jdbc;
        this.stripe = stripe;
        this.jobs = jobs;
        this.account = jdbc.sql("select account_id from control.connected_account where tenant_id = ?")
                .param(tenant.id().value())
                .query(String.class)
                .single();
    }

    /** What runs by itself, now and then. */
    interface Running {
        void endHolds();

        void reconcile(Tenant tenant);
    }

    /** In this process, at once. */
    record Jobs(Reconciling reconciling, HoldSweeper sweeper, ChangeEnding changes) implements Running {
        @Override
        public void endHolds() {
            sweeper.sweep();
            changes.sweep();
        }

        @Override
        public void reconcile(Tenant tenant) {
            reconciling.workOffEvents();
            Tenancy.runAs(tenant, reconciling::reconcileTenant);
        }
    }

    /** Stripe keeps all of the account's money in one currency, whatever it was paid in. */
    void keepsAllIn(String currency) {
        control("accounts", "{\"account\": \"" + account + "\", \"settles\": \"" + currency + "\"}");
    }

    void banksDecideOnDebits() {
        control("debits", "{\"account\": \"" + account + "\"}");
    }

    void banksAnswerRefunds() {
        control("refunds", "{\"account\": \"" + account + "\"}");
    }

    /** Holds and payment pages run out. */
    void timePasses() {
        control("sessions", "{\"account\": \"" + account + "\"}");
        Tenancy.runAs(tenant, () -> {
            jdbc.sql(
                            "update orders set expires_at = now() - interval '1 minute' where expires_at < now() + interval '1 day'")
                    .update();
            jdbc.sql(
                            "update order_change set expires_at = now() - interval '1 minute' where expires_at < now() + interval '1 day'")
                    .update();
            jobs.endHolds();
        });
    }

    /** Days go by, and with them those on which some of the orders were to be paid. @param release cancels those that are not */
    void daysPass(Random random, Runnable release) {
        Tenancy.runAs(tenant, () -> {
            jdbc.sql("update order_due set due_on = current_date - 12 where get_byte(uuid_send(order_id), 15) % 3 = ?")
                    .param(random.nextInt(3))
                    .update();
            release.run();
        });
    }

    /** As some minutes later. */
    void reconcile() {
        Tenancy.runAs(tenant, () -> {
            for (var column : List.of("payment.created_at", "refund.created_at", "mail_delivery.tried_at"))
                age(column.split("\\.", -1));
        });
        jdbc.sql("update control.stripe_event set received_at = received_at - interval '3 minutes' where account = ?")
                .param(account)
                .update();
        jobs.reconcile(tenant);
    }

    /** One row after the other: who holds many in no order waits in a circle with those who work on them. */
    private void age(Object... tableAndColumn) {
        var age = "update %s set %2$s = %2$s - interval '4 minutes' where ctid = ?::tid".formatted(tableAndColumn);
        for (var row : rows("select ctid::text from %s".formatted(tableAndColumn)))
            jdbc.sql(age).param(row).update();
    }

    /** Somebody gives a part of a payment back in Stripe's dashboard. */
    void giveBackAtStripe(Random random) {
        var paid = rows("""
                select intent_id || ' ' || (amount - refunded) from payment
                where status in ('PAID', 'PARTLY_REFUNDED') and confirmed and amount - refunded > 1000""");
        if (paid.isEmpty()) return;
        var one = paid.get(random.nextInt(paid.size())).split(" ", -1);
        var amount = (100 + random.nextInt(Integer.parseInt(one[1]) / 3)) / 10 * 10;
        giveBackAtStripe(one[0], amount);
    }

    /** @param units of the payment, as Stripe counts them */
    void giveBackAtStripe(String intent, long units) {
        post("/v1/refunds", Map.of("payment_intent", intent, "amount", String.valueOf(units)));
    }

    void decideDisputes(boolean won) {
        for (var dispute : rows("select stripe_id from dispute where closed_at is null")) {
            var decision = "{\"dispute\": \"" + dispute + "\", \"outcome\": \"" + (won ? "won" : "lost") + "\"}";
            // one of which the message has not come was decided before
            if (decided.add(dispute)) control("disputes", decision);
        }
    }

    /** Webhooks come in another order, twice, not at all, or later. */
    void confuse(Random random) {
        if (random.nextInt(3) == 0) {
            control("webhooks/flush", "{}");
            return;
        }
        control(
                "webhooks",
                "{\"reorder\": %s, \"duplicate\": %d, \"drop\": %d, \"paused\": %s}"
                        .formatted(random.nextBoolean(), random.nextInt(5), random.nextInt(5), random.nextInt(3) == 0));
    }

    /** The next calls fail, some of them after they took effect. */
    void failCalls(Random random) {
        control(
                "faults",
                "{\"kind\": \"%s\", \"when\": \"%s\", \"count\": %d}"
                        .formatted(
                                List.of("500", "429", "close").get(random.nextInt(3)),
                                random.nextBoolean() ? "before" : "after",
                                1 + random.nextInt(5)));
    }

    void peace() {
        control("faults/clear", "{}");
        control("webhooks", "{\"reorder\": false, \"duplicate\": 0, \"drop\": 0, \"paused\": false}");
        control("webhooks/flush", "{}");
    }

    /** The nodes are started again, banks answer, and Stripe is asked; @return whether nothing is on its way any more */
    boolean settles() {
        peace();
        jdbc.sql("""
                        update control.event_publication set status = 'FAILED'
                        where status <> 'FAILED' and publication_date < now() - interval '4 seconds'
                            and event_type not like '%BalanceAsked' and serialized_event::json ->> 'tenant' = ?""").param(id()).update();
        jdbc.sql("""
                        update control.late_event set next_try_at = now()
                        where next_try_at is not null and serialized_event::json ->> 'tenant' = ?""").param(id()).update();
        banksDecideOnDebits();
        banksAnswerRefunds();
        reconcile();
        owner.post("/api/v1/billing/reconciliation", Map.of());
        return onTheWay() == 0;
    }

    private long onTheWay() {
        var ours = Tenancy.callAs(tenant, () -> jdbc.sql("""
                        select (select count(*) from payment where status = 'PROCESSING')
                             + (select count(*) from refund where status = 'PENDING')""").query(Long.class).single());
        return ours
                + jdbc.sql("""
                        select (select count(*) from control.event_publication
                                where serialized_event::json ->> 'tenant' = :tenant and event_type not like '%BalanceAsked')
                             + (select count(*) from control.late_event where serialized_event::json ->> 'tenant' = :tenant)
                             + (select count(*) from control.stripe_event where account = :account and done_at is null)""")
                        .param("tenant", id())
                        .param("account", account)
                        .query(Long.class)
                        .single();
    }

    /** The account's balances by Stripe's own count, in minor units. */
    Map<String, Long> atStripe() {
        var request = HttpRequest.newBuilder(URI.create(stripe.get("api-base") + "/_sandbox/ledger"))
                .build();
        var balances = new TreeMap<String, Long>();
        for (var each : JsonMapper.shared()
                .readTree(send(request))
                .at("/balances/" + account)
                .properties())
            if (each.getValue().at("/net").asLong() != 0)
                balances.put(
                        each.getKey().toUpperCase(Locale.ROOT),
                        each.getValue().at("/net").asLong());
        return balances;
    }

    private List<String> rows(String sql) {
        return Tenancy.callAs(tenant, () -> jdbc.sql(sql).query(String.class).list());
    }

    private String id() {
        return tenant.id().toString();
    }

    private void control(String what, String json) {
        CardSandboxControl.change(stripe.get("api-base"), what, json);
    }

    private void post(String path, Map<String, String> fields) {
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        send(HttpRequest.newBuilder(URI.create(stripe.get("api-base") + path))
                .header("Authorization", "Bearer " + stripe.get("secret-key"))
                .header("Stripe-Account", account)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private static String send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
