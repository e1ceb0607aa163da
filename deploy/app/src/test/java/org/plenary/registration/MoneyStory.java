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
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.plenary.Http;
import org.plenary.billing.Books;
import org.plenary.billing.CardSandboxControl;
import org.plenary.billing.reconcile.Reconciling;
import org.plenary.registration.order.ChangeEnding;
import org.plenary.registration.order.HoldSweeper;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The world around one tenant's money: Stripe, banks, time, and what has to be true of the books. */
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

    /** As some minutes later. */
    void reconcile() {
        Tenancy.runAs(tenant, () -> {
            for (var column : List.of("payment.created_at", "refund.created_at", "mail_delivery.tried_at"))
                jdbc.sql("update %s set %2$s = %2$s - interval '4 minutes'"
                                .formatted((Object[]) column.split("\\.", -1)))
                        .update();
        });
        jdbc.sql("update control.stripe_event set received_at = received_at - interval '3 minutes' where account = ?")
                .param(account)
                .update();
        jobs.reconcile(tenant);
    }

    /** Somebody gives a part of a payment back in Stripe's dashboard. */
    void giveBackAtStripe(Random random) {
        var paid = rows("""
                select intent_id || ' ' || (amount - refunded) from payment
                where status in ('PAID', 'PARTLY_REFUNDED') and confirmed and amount - refunded > 1000""");
        if (paid.isEmpty()) return;
        var one = paid.get(random.nextInt(paid.size())).split(" ", -1);
        var amount = 100 + random.nextInt(Integer.parseInt(one[1]) / 3);
        post("/v1/refunds", Map.of("payment_intent", one[0], "amount", String.valueOf(amount)));
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

    /** What must be true at any moment, whoever has just died. */
    List<String> neverWrong() {
        return rows("""
                select 'a movement does not balance: ' || entry from ledger_entry group by entry having sum(debit) <> sum(credit)
                union all
                select 'more went back than came in: ' || p.id from payment p join refund r on r.payment_id = p.id
                where r.status in ('SUCCEEDED', 'PENDING', 'SETTLED') group by p.id having sum(r.amount) > p.amount
                union all
                select 'confirmed and not paid: ' || code from orders o where status = 'confirmed' and total_minor > 0
                    and not exists (select 1 from payment p where p.subject = o.id and p.confirmed
                        and p.status in ('PAID', 'PARTLY_REFUNDED', 'REFUNDED'))
                union all
                select 'numbers of ' || s.kind || ' have a gap' from invoice_series s
                where s.next - 1 <> (select count(*) from invoice i where i.kind = s.kind and i.conference_id = s.conference_id)
                union all
                select 'below zero: ' || code from orders
                where total_minor < 0 or refunded_minor < 0 or returning_minor < 0 or returning_minor > total_minor""");
    }

    /** What must be true when everything has arrived. */
    List<String> wrongInTheEnd() {
        return rows("""
                select 'paid, and neither confirmed nor given back: ' || p.reference || ' ' || p.status from payment p
                where p.status in ('PAID', 'PARTLY_REFUNDED')
                    and not exists (select 1 from orders o where o.id = p.subject and o.confirmed_at is not null)
                    and not exists (select 1 from order_change c where c.id = p.subject and c.status = 'applied')
                    and not exists (select 1 from refund r where r.payment_id = p.id and r.status = 'FAILED')
                union all
                select 'nobody has looked at a payment of ' || order_id from unmatched_payment where settled_at is null
                union all
                select 'no fee booked: ' || reference from payment where status in ('PAID', 'PARTLY_REFUNDED', 'REFUNDED')
                    and not fee_booked""");
    }

    /** Where everything stands, for whoever has to find out why. */
    List<String> standing() {
        return rows("""
                select 'order ' || code || ' ' || status || ' total ' || total_minor || ' returning ' || returning_minor
                    || ' refunded ' || refunded_minor || ' given back ' || given_back_minor || ' ' || id from orders
                union all
                select 'payment of ' || subject || ' ' || status || ' ' || amount || ' refunded ' || refunded || ' confirmed '
                    || confirmed || ' ' || coalesce(failure, '') || ' ' || id from payment
                union all
                select 'refund of ' || payment_id || ' ' || status || ' ' || amount || ' ' || reason || ' ' || coalesce(failure, '')
                    || ' ' || key || ' ' || coalesce(provider_id, '') from refund
                union all
                select 'ledger ' || source || ' ' || key || ' ' || (debit - credit) from ledger_entry
                where account = 'receivables' and source like 'refund%'""");
    }

    /** What the organizer has of the payments, in minor units. */
    long kept() {
        return Tenancy.callAs(tenant, () -> Books.received(jdbc) - Books.returned(jdbc));
    }

    /** What orders still cost, and what could not be given back. */
    long expected() {
        return Tenancy.callAs(tenant, () -> jdbc.sql("""
                        select (select coalesce(sum(total_minor - greatest(returning_minor, refunded_minor)), 0) from orders
                                where confirmed_at is not null)
                             + (select coalesce(sum(amount), 0) from refund r where status = 'FAILED' and reason <> 'external'
                                and not exists (select 1 from refund n where n.key = r.key || ':again'))""").query(Long.class).single());
    }

    /** The account's balance by Stripe's own count, in minor units. */
    long atStripe() {
        var request = HttpRequest.newBuilder(URI.create(stripe.get("api-base") + "/_sandbox/ledger"))
                .build();
        return JsonMapper.shared()
                .readTree(send(request))
                .at("/balances/" + account + "/eur/net")
                .asLong(0);
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
