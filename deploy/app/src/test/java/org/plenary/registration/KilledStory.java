package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.plenary.Http;
import org.plenary.billing.CardSandboxControl;
import org.plenary.dev.CardPage;
import org.plenary.tenancy.Tenant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who order, pay and withdraw all at once while the one process that serves them is killed, and started again, and killed. */
public final class KilledStory {
    /** More of them by {@code -Dplenary.test.kills=20}. */
    private static final int KILLS = Integer.getInteger("plenary.test.kills", 1);

    private static final int PEOPLE = 4;
    private static final int LONGEST_WAIT_MILLIS = 1_500;
    private static final List<String> CARDS =
            List.of("4242424242424242", "4242424242424242", "4242424242424242", "4000000000000002", "4000000000005126");

    /** The process that is killed. */
    public interface Node {
        void kill() throws InterruptedException;

        void start() throws Exception;
    }

    private final Node node;
    private final Tenant tenant;
    private final Http owner;
    private final Http anybody;
    private final JdbcClient jdbc;
    private final Map<String, String> stripe;
    private final long seed = Long.getLong("plenary.test.seed", System.nanoTime());
    private final List<Http.Answer> orders = new CopyOnWriteArrayList<>();
    private final List<String> story = new CopyOnWriteArrayList<>();
    private final AtomicInteger paid = new AtomicInteger();
    private final AtomicInteger givenBack = new AtomicInteger();
    private volatile boolean isOver;

    /** @param jdbc sees the tenant's schema and no other */
    public KilledStory(
            Node node, Tenant tenant, Http owner, Http anybody, JdbcClient jdbc, Map<String, String> stripe) {
        this.node = node;
        this.tenant = tenant;
        this.owner = owner;
        this.anybody = anybody;
        this.jdbc = jdbc;
        this.stripe = stripe;
    }

    public void happens() throws Exception {
        System.out.println("killed at moments of the seed " + seed + " (-Dplenary.test.seed)");
        aConference(owner);
        aFee(owner, "regular", "119.00", 5_000);
        aFee(owner, "premium", "219.00", 5_000);
        publish(owner);
        owner.put(PATH + "/registration-policy", """
                        {"fee_change": true, "self_withdrawal": true, "refunds": [{"until": "2027-05-09", "percent": 70}]}""").expect(200);
        eventually(
                "there is an account",
                () -> jdbc.sql("select count(*) from control.connected_account where tenant_id = ?")
                                .param(tenant.id().value())
                                .query(Long.class)
                                .single()
                        == 1);
        var world = new MoneyStory(tenant, owner, jdbc, stripe, new ByTheProcess());
        var rules = new MoneyRules(tenant, jdbc);
        // so that many are in the middle of a call when the process dies
        CardSandboxControl.change(String.valueOf(stripe.get("api-base")), "faults", "{\"latency_ms\": 40}");
        var moments = new Random(seed);
        var people = new ArrayList<Thread>();
        try {
            for (var i = 0; i < PEOPLE; i++) {
                var random = new Random(seed + i + 1);
                people.add(Thread.ofVirtual().start(() -> live(random)));
            }
            for (var i = 0; i < KILLS; i++) {
                var paidBefore = paid.get();
                var givenBackBefore = givenBack.get();
                eventually("money moves", () -> paid.get() > paidBefore + 5 && givenBack.get() > givenBackBefore);
                Thread.sleep(moments.nextInt(LONGEST_WAIT_MILLIS));
                node.kill();
                var interrupted = underWay();
                story.add("killed, with " + interrupted + " under way");
                System.out.println(story.getLast());
                assertThat(interrupted).as(told()).doesNotStartWith("0 events, 0 payments");
                assertThat(rules.neverWrong()).as(told()).isEmpty();
                forgetTheDead();
                node.start();
            }
        } finally {
            isOver = true;
            for (var person : people) person.join();
        }

        assertThat(story).as(told()).noneMatch(each -> each.contains(" 500") || each.contains("timed out"));
        for (var i = 0; i < 2; i++) eventually("all is quiet: " + told(), world::settles);
        assertThat(rules.neverWrong()).as(told()).isEmpty();
        assertThat(rules.wrongInTheEnd()).as(told()).isEmpty();
        eventually("Stripe was read", () -> !books().json().at("/running").asBoolean());
        assertThat(books().json().at("/differences").size())
                .as(books().body() + "\n" + told())
                .isZero();
        assertThat(rules.booked("stripe_balance")).as(told()).isEqualTo(world.atStripe());
        assertThat(rules.kept()).as(String.join("\n", rules.standing())).isEqualTo(rules.expected());
    }

    private Http.Answer books() {
        return owner.get("/api/v1/billing/reconciliation").expect(200);
    }

    private void live(Random random) {
        while (!isOver) {
            try {
                act(random);
            } catch (RuntimeException e) {
                // nobody is there just now
                story.add(String.valueOf(e.getMessage()));
                pause(100);
            }
        }
    }

    private void act(Random random) {
        switch (orders.size() < 5 ? 0 : random.nextInt(8)) {
            case 0, 1, 2, 3 -> orderAndPay(random);
            case 4, 5 -> withdraw(random);
            case 6 -> {
                var order = one(random);
                note("cancel", owner.post(order(order) + "/cancellation", Map.of("lines", "all")));
            }
            default -> change(random);
        }
    }

    private void orderAndPay(Random random) {
        var fee = random.nextBoolean() ? "regular" : "premium";
        var order = anybody.post(
                PATH + "/orders",
                Map.of(
                        "contact", Map.of("name", "Ada", "email", "ada@example.org", "country", "GB"),
                        "delegates", List.of(Map.of("fee", fee, "answers", Map.of("name", "Ada"))),
                        "locale", "en"));
        note("order", order);
        if (order.status() != 201) return;
        orders.add(order);
        pay(order.text("/payment/url"), random);
    }

    private void pay(String page, Random random) {
        if (page.isEmpty() || random.nextInt(8) == 0) return;
        var status = CardPage.open(page).pay(CARDS.get(random.nextInt(CARDS.size())));
        story.add("pay " + status);
        if (status == 303) paid.incrementAndGet();
    }

    private void withdraw(Random random) {
        var order = one(random);
        var answer = anybody.post(order(order) + "/cancellation" + secret(order), Map.of("lines", "all"));
        note("withdraw", answer);
        if (answer.status() == 200) givenBack.incrementAndGet();
    }

    private void change(Random random) {
        var order = one(random);
        var address = order(order) + "/delegates/" + order.text("/delegates/0/id") + "/answers" + secret(order);
        note("change", anybody.put(address, Map.of("fee", "premium", "answers", Map.of("name", "Grace"))));
        var page = anybody.post(order(order) + "/change/payment" + secret(order), "{}");
        if (page.status() == 200) pay(page.text("/url"), random);
    }

    private Http.Answer one(Random random) {
        return orders.get(orders.size() - 1 - random.nextInt(Math.min(orders.size(), 12)));
    }

    private static String order(Http.Answer order) {
        return PATH + "/orders/" + order.text("/code");
    }

    private static String secret(Http.Answer order) {
        return "?secret=" + order.text("/secret");
    }

    private void note(String act, Http.Answer answer) {
        story.add(act + " " + answer.status() + (answer.status() >= 400 ? " " + answer.text("/code") : ""));
    }

    private String told() {
        return "seed " + seed + "\n" + String.join("\n", story);
    }

    private String underWay() {
        return jdbc.sql("""
                        select (select count(*) from control.event_publication) || ' events, '
                            || (select count(*) from payment where status in ('CREATED', 'OPEN', 'PROCESSING')) || ' payments and '
                            || (select count(*) from refund where status = 'PENDING') || ' refunds'""").query(String.class).single();
    }

    /** As when others have not heard of it for so long that they take over what it was at. */
    private void forgetTheDead() {
        jdbc.sql("""
                        update control.scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
                            execution_time = now(), version = version + 1 where picked""").update();
    }

    /** Jobs are due now, and the process that was started does them. */
    private final class ByTheProcess implements MoneyStory.Running {
        @Override
        public void endHolds() {
            run("registration-holds");
        }

        @Override
        public void reconcile(Tenant ours) {
            run("billing-reconcile");
        }

        private void run(String task) {
            eventually(task + " is due", () -> jdbc.sql("""
                                            update control.scheduled_tasks set execution_time = now(), version = version + 1
                                            where task_name = ? and not picked""").param(task).update() == 1);
            eventually(
                    task + " was done",
                    () -> jdbc.sql("""
                                            select not picked and execution_time > now() from control.scheduled_tasks
                                            where task_name = ?""").param(task).query(Boolean.class).single());
        }
    }

    private static void eventually(String what, BooleanSupplier condition) {
        var deadline = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("still not: " + what);
            pause(50);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
