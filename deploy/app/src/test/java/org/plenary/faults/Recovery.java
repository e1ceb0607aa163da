package org.plenary.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.plenary.Http;
import org.plenary.embedded.Inbox;
import org.plenary.registration.MoneyRules;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What has to be true of one tenant once all services are back: no order lost or doubled, the books balance, nothing waits to be
 * delivered, each mail went out once, the index is what the database is, and the stock is what the orders use.
 */
record Recovery(Tenant tenant, JdbcClient jdbc, StockCheck stock, Http elasticsearch, Inbox inbox) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Below it are the changes of one thing, above it how often its tenant was restored. */
    private static final int GENERATION = 40;

    /** Tells how long it took from now, when whatever was away is there again, until all of it is true. */
    void from(String fault, Buyers buyers) throws InterruptedException {
        var begun = System.nanoTime();
        var wrong = wrong(buyers);
        while (!wrong.isEmpty()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos())
                throw new AssertionError("not recovered from " + fault + ":\n" + String.join("\n", wrong));
            Thread.sleep(100);
            wrong = wrong(buyers);
        }
        System.out.printf(
                "recovered from %s in %d ms%n",
                fault, Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    private List<String> wrong(Buyers buyers) {
        try {
            var wrong = new ArrayList<>(orders(buyers));
            wrong.addAll(undelivered());
            // the rest is not asked for as long as it cannot be right
            if (!wrong.isEmpty()) return wrong;
            wrong.addAll(money());
            wrong.addAll(mails(buyers));
            wrong.addAll(indexed("delegate", "status in ('pending', 'confirmed') and name <> ''"));
            wrong.addAll(indexed("paper", "true"));
            Tenancy.callAs(tenant, stock::differences).forEach(each -> wrong.add("stock: " + each));
            return wrong;
        } catch (RuntimeException e) {
            return List.of("not to be found out yet: " + e);
        }
    }

    private List<String> orders(Buyers buyers) {
        var there = new HashMap<String, String>();
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("select code, status from orders").query(row -> {
                    there.put(row.getString(1), row.getString(2));
                }));
        var wrong = rows("select 'doubled: ' || name from delegate group by name having count(*) > 1");
        buyers.promised().forEach((code, status) -> {
            if (!status.equals(there.get(code)))
                wrong.add("order %s should be %s and is %s".formatted(code, status, there.get(code)));
        });
        return wrong;
    }

    private List<String> undelivered() {
        return jdbc.sql("""
                        with ours as (select account_id from control.connected_account where tenant_id = cast(:tenant as uuid))
                        select 'late: ' || listener_id || ' ' || coalesce(last_error, '') from control.late_event
                        where serialized_event::json ->> 'tenant' = :tenant
                        union all
                        select 'on its way: ' || listener_id from control.event_publication
                        where serialized_event::json ->> 'tenant' = :tenant
                        union all
                        select 'of Stripe: ' || type from control.stripe_event
                        where done_at is null and account in (select account_id from ours)""")
                .param("tenant", tenant.id().toString())
                .query(String.class)
                .list();
    }

    private List<String> money() {
        var rules = new MoneyRules(tenant, jdbc);
        var wrong = new ArrayList<>(rules.neverWrong());
        wrong.addAll(rules.wrongInTheEnd());
        wrong.addAll(rows("""
                select 'the ledger is not zero: ' || currency from ledger_entry
                group by currency having sum(debit) <> sum(credit)"""));
        if (!rules.kept().equals(rules.expected()))
            wrong.add("kept " + rules.kept() + ", expected " + rules.expected());
        return wrong;
    }

    private List<String> mails(Buyers buyers) {
        var wrong = rows("select 'mail ' || key || ' is ' || status from mail_delivery where status <> 'SENT'");
        wrong.addAll(rows("""
                select 'nobody was told that ' || code || ' is confirmed' from orders o
                where status = 'confirmed' and not exists (
                    select from mail_delivery where key like 'order-confirmed:' || o.id || '%')"""));
        var seen = new HashSet<String>();
        for (var mail : inbox.mails(buyers.email()))
            if (!seen.add(mail.subject())) wrong.add("sent twice: " + mail.subject());
        return wrong;
    }

    private List<String> indexed(String kind, String isFound) {
        var there = new HashMap<String, Long>();
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("select id, version from " + kind + " where " + isFound)
                        .query(row -> {
                            there.put(tenant.id() + ":" + row.getString(1), row.getLong(2));
                        }));
        var index = "/plenary-" + kind;
        elasticsearch.post(index + "/_refresh", "").expect(200);
        var found = new HashMap<String, Long>();
        elasticsearch
                .post(index + "/_search?routing=" + tenant.id(), """
                        {"size": 10000, "version": true, "_source": false, "query": {"term": {"tenant": "%s"}}}""".formatted(tenant.id()))
                .expect(200)
                .json()
                .at("/hits/hits")
                .forEach(hit -> found.put(
                        hit.at("/_id").asString(),
                        hit.at("/_version").asLong() - ((long) tenant.generation() << GENERATION)));
        return there.equals(found) ? List.of() : List.of(kind + ": " + difference(there, found));
    }

    private static String difference(Map<String, Long> there, Map<String, Long> found) {
        var all = new HashSet<>(there.keySet());
        all.addAll(found.keySet());
        all.removeIf(id -> there.containsKey(id) && there.get(id).equals(found.get(id)));
        return all.stream()
                .map(id -> id + " is of version " + there.get(id) + " and found as " + found.get(id))
                .toList()
                .toString();
    }

    private List<String> rows(String sql) {
        return new ArrayList<>(
                Tenancy.callAs(tenant, () -> jdbc.sql(sql).query(String.class).list()));
    }
}
