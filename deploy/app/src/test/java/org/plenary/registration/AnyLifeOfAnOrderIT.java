package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aFee;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenary.Http;
import org.plenary.dev.CardPage;
import org.plenary.registration.order.ChangeEnding;
import org.plenary.registration.order.HoldSweeper;
import org.plenary.registration.order.OrderStatus;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever people and staff do with orders, and in whatever order: counters agree with rows, lines with totals and the ledger with
 * both, nothing is below zero, and no order goes where it may not.
 */
class AnyLifeOfAnOrderIT extends PaidOrderIT {
    private static final int STEPS = 70;
    private static final List<String> FEES = List.of("regular", "premium", "student");

    @Autowired
    private HoldSweeper sweeper;

    @Autowired
    private ChangeEnding changeEnding;

    private final List<Http.Answer> orders = new ArrayList<>();
    private final List<CardPage> openPages = new ArrayList<>();
    private final Map<String, OrderStatus> seen = new LinkedHashMap<>();
    private final List<String> done = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {4, 2027})
    void noSequenceMakesMoneyOrLosesAPlace(long seed) {
        aFee(owner, "premium", "219.00", 4);
        aFee(owner, "student", "19.00", 10);
        owner.post(PATH + "/quotas", """
                        {"key": "hall", "name": "Hall", "size": 9,
                         "members": {"fees": ["regular", "premium"], "options": ["dinner:yes"]}}""").expect(201);
        policy("""
                {"fee_change": true, "self_withdrawal": true, "needs_approval": ["student"],
                 "refunds": [{"until": "2027-05-09", "percent": 70}]}""");
        owner.put(PATH + "/payment-ways", """
                        {"card": true, "instalments": [{"percent": 40, "due": "order"}, {"percent": 35, "due": "2027-02-01"},
                         {"percent": 25, "due": "2027-03-01"}]}""").expect(200);
        var random = new Random(seed);

        for (var step = 0; step < STEPS; step++) {
            something(random);
            check();
        }

        assertThat(done)
                .anyMatch(each -> each.startsWith("pay 303"))
                .anyMatch(each -> each.startsWith("change 200"))
                .anyMatch(each -> each.startsWith("withdraw 200"));
        eventually("what was promised went back, and nothing else", () -> kept() == expected());
        eventually(
                "what was invoiced is paid or open, and what was credited is back",
                () -> balance("receivables") == open());
        assertThat(balance(null)).isZero();
        check();
    }

    private void something(Random random) {
        switch (orders.isEmpty() ? 0 : random.nextInt(16)) {
            case 0, 1 -> place(random);
            case 2, 3, 4, 5 -> payFor(random);
            case 6, 7, 8, 9 -> change(random);
            case 10 -> pass(random);
            case 11 -> withdraw(random);
            case 12, 13 -> decide(random);
            case 14 -> dropOrLetLapse(random);
            default -> payLate(random);
        }
    }

    private void place(Random random) {
        var fee = FEES.get(random.nextInt(3));
        var delegates = new ArrayList<Map<String, Object>>();
        for (var i = 0; i <= random.nextInt(2); i++)
            delegates.add(Map.of("fee", fee, "answers", answers(random, "Ada " + i)));
        var order = anybody.post(
                PATH + "/orders",
                Map.of(
                        "contact",
                        Map.of("name", "Ada", "email", email, "country", "GB"),
                        "delegates",
                        delegates,
                        "locale",
                        "en",
                        "pay_by",
                        random.nextBoolean() ? "instalments" : "card"));
        note("place", order);
        if (order.status() == 201) orders.add(order);
    }

    private static Map<String, Object> answers(Random random, String name) {
        var answers = new HashMap<String, Object>(Map.of("name", name + " " + random.nextInt(100)));
        if (random.nextBoolean()) answers.put("dinner", random.nextBoolean() ? "yes" : "no");
        return answers;
    }

    private void payFor(Random random) {
        var order = one(random);
        var isCertain = view(order).at("/status").asString().equals("confirmed");
        var page = anybody.post(order(order) + (isCertain ? "/change/payment" : "/payment") + secret(order), "{}");
        if (isCertain && page.status() != 200)
            page = anybody.post(order(order) + "/payment" + secret(order) + "&all=" + random.nextBoolean(), "{}");
        note("page", page);
        if (page.status() != 200) return;
        var card = CardPage.open(page.text("/url"));
        if (random.nextInt(4) == 0) {
            openPages.add(card);
            return;
        }
        var before = owed(order);
        var paid = card.pay(CARD);
        done.add("pay " + paid);
        if (paid != 303) return;
        eventually(
                "paid",
                () -> isCertain
                        ? !owed(order).equals(before)
                        : view(order).at("/status").asString().equals("confirmed"));
    }

    private String owed(Http.Answer order) {
        return total(order) + " " + view(order).at("/balance/open/amount").asString("");
    }

    /** Somebody comes back to a page that was left open, when the order may be something else by now. */
    private void payLate(Random random) {
        if (openPages.isEmpty()) return;
        var card = openPages.remove(random.nextInt(openPages.size()));
        done.add("late " + card.pay(CARD));
    }

    private void change(Random random) {
        var order = one(random);
        var delegate = view(order).at("/delegates/0/id").asString();
        var body = new HashMap<String, Object>(Map.of("answers", answers(random, "Grace")));
        if (random.nextInt(3) == 0) body.put("fee", FEES.get(random.nextInt(3)));
        var isStaff = random.nextInt(3) == 0;
        var address = order(order) + "/delegates/" + delegate + "/answers";
        note("change", isStaff ? owner.put(address, body) : anybody.put(address + secret(order), body));
    }

    private void pass(Random random) {
        var order = one(random);
        var delegates = view(order).at("/delegates");
        var delegate = delegates.get(random.nextInt(delegates.size())).at("/id").asString();
        var body = Map.of("name", "Heir", "email", "heir@example.org", "answers", answers(random, "Heir"));
        note("pass on", anybody.post(order(order) + "/delegates/" + delegate + "/transfer" + secret(order), body));
    }

    private void withdraw(Random random) {
        var order = one(random);
        var lines = view(order).at("/lines");
        var line = lines.get(random.nextInt(lines.size())).at("/id").asString();
        Object which = random.nextInt(4) == 0 ? "all" : List.of(line);
        note("withdraw", anybody.post(order(order) + "/cancellation" + secret(order), Map.of("lines", which)));
    }

    private void decide(Random random) {
        var decision = random.nextInt(3) == 0 ? "reject" : "approve";
        var body = Map.of("decision", decision, "reason", "because");
        note(decision, owner.post(order(one(random)) + "/approval", body));
    }

    private void dropOrLetLapse(Random random) {
        var order = one(random);
        if (random.nextBoolean()) {
            note("drop", anybody.delete(order(order) + "/change" + secret(order)));
            return;
        }
        done.add("lapse");
        Tenancy.runAs(tenant, () -> {
            jdbc.sql("UPDATE orders SET expires_at = now() - interval '1 minute' WHERE code = :code")
                    .param("code", order.text("/code"))
                    .update();
            jdbc.sql("UPDATE order_change SET expires_at = now() - interval '1 minute'")
                    .update();
            sweeper.sweep();
            changeEnding.sweep();
        });
    }

    private void check() {
        var story = String.join("\n", done);
        assertThat(differences()).as(story).isEmpty();
        assertThat(wrong()).as(story).isEmpty();
        for (var order : orders) {
            var status = OrderStatus.of(view(order).at("/status").asString());
            var before = seen.put(order.text("/code"), status);
            if (before != null)
                assertThat(reaches(before, status))
                        .as("%s to %s after %s", before, status, story)
                        .isTrue();
        }
    }

    /** Payments and refunds arrive on their own: between two looks there may be more than one move. */
    private static boolean reaches(OrderStatus from, OrderStatus to) {
        if (from == to) return true;
        for (var next : OrderStatus.values()) if (from.mayBecome(next) && reaches(next, to)) return true;
        return false;
    }

    /** Orders whose amounts do not add up, or are below zero; delegates who are not where their orders are. */
    private List<String> wrong() {
        return Tenancy.callAs(tenant, () -> jdbc.sql("""
                        SELECT 'amounts of ' || code FROM orders o
                        WHERE total_minor < 0 OR refunded_minor < 0 OR returning_minor < 0 OR given_back_minor < 0
                           OR forgiven_minor < 0 OR forgiven_minor > returning_minor
                           OR returning_minor > total_minor OR refunded_minor > total_minor
                           OR total_minor <> (SELECT coalesce(sum(total_minor), 0) FROM order_line l
                                              WHERE l.order_id = o.id AND NOT l.replaced)
                        UNION ALL
                        SELECT 'delegates of ' || o.code FROM delegate d JOIN orders o ON o.id = d.order_id
                        WHERE NOT (d.status = 'cancelled' OR d.status = o.status
                            OR d.status = 'pending' AND o.status = 'awaiting_approval'
                            OR d.status IN ('expired', 'cancelled') AND o.status = 'refunded')
                        UNION ALL
                        SELECT 'two live fees in ' || o.code FROM order_line l JOIN orders o ON o.id = l.order_id
                        WHERE l.kind = 'fee' AND l.cancelled_at IS NULL GROUP BY o.code, l.delegate_id HAVING count(*) > 1
                        UNION ALL
                        SELECT 'a change of ' || o.code FROM order_change c JOIN orders o ON o.id = c.order_id
                        WHERE c.status = 'pending' AND o.status <> 'confirmed'""").query(String.class).list());
    }

    /** What the organizer has of the payments, in minor units. */
    private long kept() {
        return received() - returned();
    }

    private long expected() {
        return Tenancy.callAs(tenant, () -> jdbc.sql("""
                        SELECT coalesce(sum(total_minor - greatest(returning_minor, refunded_minor + forgiven_minor)), 0)
                        FROM orders WHERE confirmed_at IS NOT NULL""").query(Long.class).single()) - open();
    }

    /** What is still to be paid of certain orders, in minor units. */
    private long open() {
        return orders.stream()
                .map(this::view)
                .filter(order -> order.at("/status").asString().equals("confirmed"))
                .map(order -> order.at("/balance/open/amount").asString("0.00"))
                .mapToLong(amount -> new BigDecimal(amount).movePointRight(2).longValueExact())
                .sum();
    }

    /** Mostly one that has not ended. */
    private Http.Answer one(Random random) {
        var live = orders.stream()
                .filter(order -> seen.getOrDefault(order.text("/code"), OrderStatus.PENDING)
                        .isLive())
                .toList();
        var some = live.isEmpty() || random.nextInt(6) == 0 ? orders : live;
        return some.get(random.nextInt(some.size()));
    }

    private static String order(Http.Answer order) {
        return PATH + "/orders/" + order.text("/code");
    }

    private static String secret(Http.Answer order) {
        return "?secret=" + order.text("/secret");
    }

    private void note(String act, Http.Answer answer) {
        done.add(act + " " + answer.status() + (answer.status() < 400 ? "" : " " + answer.text("/type")));
    }
}
