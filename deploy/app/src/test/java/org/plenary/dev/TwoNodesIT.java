package org.plenary.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.plenary.Http;
import org.plenary.identity.Browser;

/** Two nodes of the jar for production on the same services, one behind each port, as a proxy would send people to either. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesIT {
    private static final int PEOPLE = 4;
    private static final int PAUSE_MILLIS = 300;
    private static final String ADA = "ada@example.org";

    private final int[] ports = new int[2];
    private final StartedApplication[] nodes = new StartedApplication[2];
    private PackagedApplication packaged;
    private SignedUp organization;

    @BeforeAll
    void twoNodes(@TempDir Path folder) throws Exception {
        packaged = PackagedApplication.withServices(folder);
        ports[0] = packaged.port();
        ports[1] = PackagedApplication.freePort();
        for (var i = 0; i < ports.length; i++) nodes[i] = packaged.serve(ports[i], Map.of());
        organization = SignedUp.as("two", ports[0], packaged.services());
        aConference(owner());
        aFee(owner(), "free", "0.00", null);
        aFee(owner(), "few", "0.00", 10);
        publish(owner());
    }

    @AfterAll
    void stop() throws Exception {
        try {
            for (var node : nodes) node.signal("TERM");
        } finally {
            for (var node : nodes) node.process().destroyForcibly();
            packaged.close();
        }
    }

    private Http owner() {
        return organization.program();
    }

    private Http anybody(int node) {
        return organization.anybody().at(ports[node]);
    }

    private String platform(int node, String path) {
        return "http://localhost:" + ports[node] + path;
    }

    @Test
    void whoSignedInAtOneIsSignedInAtBothAndSignedOutAtBoth() {
        var browser = new Browser();
        var form = browser.open(platform(0, "/login"));
        browser.submit(form, "/login", Map.of("email", "owner@two.example", "password", SignedUp.PASSWORD));

        var there = browser.open(platform(1, "/account"));
        assertThat(there.address().getPath()).isEqualTo("/account");
        assertThat(there.body()).contains("owner@two.example");

        browser.submit(there, platform(1, "/logout"), Map.of());
        assertThat(browser.open(platform(0, "/account")).address().getPath()).isEqualTo("/login");
    }

    @Test
    void triesAreCountedByBothTogether() {
        var refused = new ArrayList<Boolean>();
        for (var i = 0; i < 12; i++) {
            var browser = new Browser();
            var page = browser.open(platform(i % 2, "/login"));
            var guess = Map.of("email", "mallory@two.example", "password", "a guess " + i);
            refused.add("limited"
                    .equals(browser.submit(page, "/login", guess).address().getQuery()));
        }
        assertThat(refused.subList(0, 10)).containsOnly(false);
        assertThat(refused.subList(10, 12)).containsOnly(true);
    }

    @Test
    void thereIsOneLineBeforeRegistration() throws Exception {
        var rushed = SignedUp.as("rush", ports[0], packaged.services());
        aConference(rushed.program());
        aFee(rushed.program(), "free", "0.00", null);
        publish(rushed.program());
        var room = PATH + "/waiting-room";
        rushed.program()
                .put(room, Map.of("on", true, "opens_at", "2026-01-01T08:00:00Z", "at_once", 1))
                .expect(200);

        assertThat(rushed.anybody().get("/c/conf27/register").status()).isEqualTo(200);
        var waits = order(rushed.anybody().at(ports[1]), cart("free", ADA));
        assertThat(waits.status()).isEqualTo(429);
        assertThat(waits.json().at("/place/number").asInt()).isEqualTo(2);
        var cookies = waits.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));

        rushed.program().post(room + "/admissions", Map.of("count", 1)).expect(200);
        assertThat(order(rushed.anybody().with("Cookie", cookies), cart("free", ADA))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void togetherTheySellNoMoreThanThereIs() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Http.Answer>>();
            for (var i = 0; i < 24; i++) {
                var node = i % 2;
                answers.add(people.submit(() -> order(anybody(node), cart("few", ADA))));
            }
            var sold = 0;
            for (var answer : answers) {
                if (answer.get().status() == 201) sold++;
                else assertThat(answer.get().expect(409).text("/code")).isEqualTo("sold_out");
            }
            assertThat(sold).isEqualTo(10);
        }
    }

    /** As with a proxy that sends nobody new to a node that is about to end. */
    @Test
    void oneIsReplacedAfterTheOtherWhilePeopleOrderAndNoOrderFails() throws Exception {
        var serving = new CopyOnWriteArrayList<>(List.of(0, 1));
        var turn = new AtomicInteger();
        var guests = new AtomicInteger();
        var isOver = new AtomicBoolean();
        var answers = new CopyOnWriteArrayList<String>();
        var people = new ArrayList<Thread>();
        for (var i = 0; i < PEOPLE; i++)
            people.add(Thread.startVirtualThread(() -> {
                while (!isOver.get()) {
                    var node = serving.get(turn.getAndIncrement() % serving.size());
                    try {
                        answers.add(String.valueOf(order(anybody(node), cart("free", guest(guests.getAndIncrement())))
                                .status()));
                        Thread.sleep(PAUSE_MILLIS);
                    } catch (RuntimeException | InterruptedException e) {
                        answers.add(node + ": " + e.getMessage());
                    }
                }
            }));
        try {
            for (var node = 0; node < nodes.length; node++) {
                var before = answers.size();
                eventually("orders at both", () -> answers.size() > before + 20);
                serving.remove(Integer.valueOf(node));
                nodes[node].signal("TERM");
                nodes[node] = packaged.serve(ports[node], Map.of());
                serving.add(node);
            }
            var before = answers.size();
            eventually("orders at the new ones", () -> answers.size() > before + 20);
        } finally {
            isOver.set(true);
            for (var person : people) person.join();
        }

        assertThat(answers).containsOnly("201");
        eventually(
                "all is delivered", () -> underWay().isEmpty(), () -> underWay().toString());
        for (var i = 0; i < guests.get(); i++)
            assertThat(packaged.services().inbox().mails(guest(i)))
                    .as("each order was confirmed once")
                    .hasSize(1);
    }

    @Test
    void whatANodeThatEndsCannotFinishAnotherTakesOverAtOnce() throws Exception {
        eventually(
                "all is delivered", () -> underWay().isEmpty(), () -> underWay().toString());
        var port = PackagedApplication.freePort();
        var hasty = packaged.serve(port, Map.of("PLENARY_EVENTS_LAST_DELIVERIES", "100ms"));
        try (var connection = SignedUp.source(
                                packaged.services(), organization.tenant().schema())
                        .getConnection();
                var mails = connection.createStatement()) {
            connection.setAutoCommit(false);
            mails.execute("lock table mail_delivery");
            for (var i = 0; i < 8; i++)
                order(organization.anybody().at(port), cart("free", kept(i))).expect(201);
            eventually("mails wait", () -> unfinished() == 8, () -> underWay().toString());
            hasty.signal("TERM");
            assertThat(unfinished()).as("seem to be at work").isZero();
        } finally {
            hasty.process().destroyForcibly();
        }
        eventually(
                "all is delivered", () -> underWay().isEmpty(), () -> underWay().toString());
        for (var i = 0; i < 8; i++)
            assertThat(packaged.services().inbox().mails(kept(i))).hasSize(1);
    }

    private static String kept(int number) {
        return "kept-" + number + "@example.org";
    }

    /** What is delivered, and failed, and waits for its next try. */
    private List<Map<String, Object>> underWay() {
        return organization.jdbc().sql("""
                        select listener_id, status, last_error from control.event_publication
                        union all select listener_id, 'LATE', last_error from control.late_event limit 30""").query().listOfRows();
    }

    /** Mails of orders on their first way out. */
    private long unfinished() {
        return count("""
                select count(*) from control.event_publication
                where listener_id = 'registration.mail-confirmed-order' and status in ('PUBLISHED', 'PROCESSING') and last_resubmission_date = publication_date""");
    }

    private static String guest(int number) {
        return "guest-" + number + "@example.org";
    }

    private long count(String sql) {
        return organization.jdbc().sql(sql).query(Long.class).single();
    }

    private static Http.Answer order(Http http, Map<String, Object> cart) {
        return http.post(PATH + "/orders", cart);
    }

    private static Map<String, Object> cart(String fee, String email) {
        return Map.of(
                "contact", Map.of("name", "Ada Lovelace", "email", email, "country", "GB"),
                "delegates", List.of(Map.of("fee", fee, "answers", Map.of("name", "Ada Lovelace"), "form_version", 1)),
                "locale", "en");
    }

    private static void eventually(String what, BooleanSupplier condition) throws InterruptedException {
        eventually(what, condition, () -> "");
    }

    private static void eventually(String what, BooleanSupplier condition, Supplier<String> found)
            throws InterruptedException {
        var deadline = System.nanoTime() + 120_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("still not: " + what + " " + found.get());
            Thread.sleep(50);
        }
    }
}
