package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aFee;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenary.Crashes;
import org.plenary.Http;
import org.plenary.billing.reconcile.Reconciling;
import org.plenary.dev.CardPage;
import org.plenary.kernel.Ids;
import org.plenary.payments.DeskPayments;
import org.plenary.payments.TransferTargets;
import org.plenary.registration.order.ChangeEnding;
import org.plenary.registration.order.DueReleasing;
import org.plenary.registration.order.HoldSweeper;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Whatever Stripe sends and whenever, whatever payers, staff and banks do, wherever a process dies and however time passes: money is
 * never made, lost or given back twice.
 */
class AnyStoryOfMoneyIT extends PaidOrderIT {
    private static final int STEPS = 120;
    private static final String WAYS = """
            {"card": true, "bank_transfer": true, "account": {"holder": "Society of Looms",
             "iban": "DE89370400440532013000"}, "invoice": true, "release_after_days": 10, "instalments": [
             {"percent": 30, "due": "order"}, {"percent": 70, "due": "2027-03-01"}]}""";
    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "JPY", "KWD");
    private static final List<String> WAYS_TO_PAY = List.of("card", "card", "instalments", "invoice");
    private static final List<String> CARDS = List.of(
            CARD,
            CARD,
            CARD,
            "4000000000000002",
            "4000000000009995",
            "4000000000005126",
            "4000000000007726",
            "4000000000000259");
    private static final DeskPayments.Cashier BANK = new DeskPayments.Cashier("bank", "The bank");
    private static final List<String> DEBITS = List.of("AT321904300235473204", "AT051904300235473205");

    @Autowired
    private Crashes crashes;

    @Autowired
    private Reconciling reconciling;

    @Autowired
    private HoldSweeper sweeper;

    @Autowired
    private ChangeEnding changeEnding;

    @Autowired
    private DueReleasing releasing;

    @Autowired
    private TransferTargets transfers;

    @Autowired
    private TransactionOperations transactions;

    private MoneyStory world;
    private MoneyRules rules;

    private final List<Http.Answer> orders = new ArrayList<>();
    private final List<CardPage> pages = new ArrayList<>();
    private final List<String> story = new ArrayList<>();

    @AfterEach
    void peace() {
        crashes.end();
        world.peace();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noStoryMakesOrLosesMoney(long seed) {
        eventually(
                "there is an account",
                () -> jdbc.sql("select count(*) from control.connected_account where tenant_id = ?")
                                .param(tenant.id().value())
                                .query(Long.class)
                                .single()
                        == 1);
        var jobs = new MoneyStory.Jobs(reconciling, sweeper, changeEnding);
        world = new MoneyStory(tenant, owner, jdbc, services().stripe(), jobs);
        rules = new MoneyRules(tenant, jdbc);
        if (seed % 2 == 0) world.keepsAllIn("eur");
        aFee(owner, "premium", "219.00", 30);
        sellIn("JPY", "19637", "36137");
        sellIn("KWD", "40.470", "74.470");
        owner.put(PATH + "/payment-ways", WAYS).expect(200);
        policy("""
                {"fee_change": true, "self_withdrawal": true, "refunds": [{"until": "2027-05-09", "percent": 70}]}""");
        var random = new Random(seed);
        var before = crashes.count();

        for (var step = 0; step < STEPS; step++) {
            if (step % 10 == 0) crashes.begin(tenant, random, 15);
            something(random);
            assertThat(rules.neverWrong()).as(story()).isEmpty();
        }

        crashes.end();
        for (var i = 0; i < 3; i++) eventually("all is quiet: " + story(), world::settles);
        assertThat(crashes.count() - before).as("processes that died").isPositive();
        assertThat(rules.neverWrong()).as(story()).isEmpty();
        assertThat(rules.wrongInTheEnd()).as(story()).isEmpty();
        assertThat(differences()).as(story()).isEmpty();
        eventually(
                "Stripe was read",
                () -> !owner.get("/api/v1/billing/reconciliation")
                        .json()
                        .at("/running")
                        .asBoolean());
        var balances = owner.get("/api/v1/billing/reconciliation").expect(200);
        assertThat(balances.json().at("/differences").size())
                .as(balances.body() + "\n" + story())
                .isZero();
        assertThat(rules.booked("stripe_balance")).as(story()).isEqualTo(world.atStripe());
        assertThat(rules.kept())
                .as(String.join("\n", rules.standing()) + "\n" + story())
                .isEqualTo(rules.expected());
    }

    private void sellIn(String currency, String regular, String premium) {
        var prices = Stream.of(Map.entry("fee:regular:last", regular), Map.entry("fee:premium:last", premium))
                .map(price -> Map.of(
                        "item", price.getKey(), "amount", Map.of("amount", price.getValue(), "currency", currency)))
                .toList();
        owner.put(PATH + "/currencies/" + currency, Map.of("prices", prices)).expect(200);
    }

    /** More of them by {@code -Dplenary.test.stories=100}. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("plenary.test.stories", 2));
    }

    private String story() {
        return String.join("\n", story);
    }

    private void something(Random random) {
        switch (orders.isEmpty() ? 0 : random.nextInt(33)) {
            case 0, 1, 2, 3, 4 -> place(random);
            case 5, 6, 7, 8, 9, 10, 11, 12, 13 -> pay(random);
            case 14, 15 -> payLate(random);
            case 16, 17 -> change(random);
            case 18 -> withdraw(random);
            case 19 -> cancel(random);
            case 20 -> tell("debits decided", world::banksDecideOnDebits);
            case 21 -> tell("refunds answered", world::banksAnswerRefunds);
            case 22 -> tell("time passes", world::timePasses);
            case 23 -> tell("reconciled", world::reconcile);
            case 24 -> tell("given back at Stripe", () -> world.giveBackAtStripe(random));
            case 25 -> tell("disputes decided", () -> world.decideDisputes(random.nextBoolean()));
            case 26 -> tell("messages go astray", () -> world.confuse(random));
            case 27, 28 -> decide(random);
            case 29, 30 -> transfer(random);
            case 31 -> tell("days pass", () -> world.daysPass(random, releasing::release));
            default -> tell("Stripe fails", () -> world.failCalls(random));
        }
    }

    private void tell(String what, Runnable work) {
        story.add(what);
        try {
            work.run();
        } catch (Error | RuntimeException e) {
            if (e instanceof AssertionError) throw e;
            story.add(what + " ended in " + e.getMessage());
        }
    }

    private void place(Random random) {
        var fee = random.nextBoolean() ? "regular" : "premium";
        var currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        var payBy = WAYS_TO_PAY.get(random.nextInt(WAYS_TO_PAY.size()));
        var contact = new LinkedHashMap<String, Object>(Map.of("name", "Ada", "email", email, "country", "GB"));
        if (payBy.equals("invoice")) {
            contact.put("organization", "University of Looms");
            contact.put("address", Map.of("street", "Weaver Street 1", "postal_code", "10115", "city", "Berlin"));
        }
        var cart = new LinkedHashMap<String, Object>(Map.of(
                "contact",
                contact,
                "delegates",
                List.of(Map.of("fee", fee, "answers", Map.of("name", "Ada " + orders.size()))),
                "locale",
                "en",
                "currency",
                currency));
        if (!payBy.equals("card")) cart.put("pay_by", payBy);
        var order = anybody.post(PATH + "/orders", cart);
        note("place " + fee + " in " + currency + " by " + payBy, order);
        if (order.status() == 201) orders.add(order);
    }

    private void pay(Random random) {
        var order = one(random);
        var now = crashes.calm(() -> view(order));
        var isCertain = now.at("/status").asString().equals("confirmed");
        var isOpen = !isCertain || now.at("/balance/open/amount").asDouble(0) > 0 && random.nextInt(4) > 0;
        var page = anybody.post(order(order) + (isOpen ? "/payment" : "/change/payment") + secret(order), "{}");
        note("page " + order.text("/code"), page);
        if (page.status() != 200) return;
        var card = CardPage.open(page.text("/url"));
        if (random.nextInt(4) == 0) {
            pages.add(card);
            return;
        }
        if (random.nextInt(4) == 0) story.add("debit " + card.debit(DEBITS.get(random.nextInt(2))));
        else {
            var number = CARDS.get(random.nextInt(CARDS.size()));
            story.add("pay " + number + " " + card.pay(number));
        }
    }

    /** Somebody comes back to a page that was left open. */
    private void payLate(Random random) {
        if (pages.isEmpty()) return;
        story.add("late " + pages.remove(random.nextInt(pages.size())).pay(CARD));
    }

    private void change(Random random) {
        var order = one(random);
        var delegate = crashes.calm(() -> view(order)).at("/delegates/0/id").asString();
        var fee = random.nextBoolean() ? "regular" : "premium";
        var address = order(order) + "/delegates/" + delegate + "/answers" + secret(order);
        note("change to " + fee, anybody.put(address, Map.of("fee", fee, "answers", Map.of("name", "Grace"))));
    }

    private void withdraw(Random random) {
        var order = one(random);
        note("withdraw", anybody.post(order(order) + "/cancellation" + secret(order), Map.of("lines", "all")));
    }

    private void cancel(Random random) {
        note("cancel", cancel(one(random), Map.of("lines", "all")));
    }

    /** Staff say whether somebody may pay by invoice. */
    private void decide(Random random) {
        var order = one(random);
        var decision =
                random.nextInt(4) == 0 ? Map.of("decision", "deny", "reason", "Who?") : Map.of("decision", "grant");
        note("decide " + decision, owner.post(order(order) + "/invoice-decision", decision));
    }

    /** Money comes in at the bank: what is open, the half of it, or something more. */
    private void transfer(Random random) {
        var order = one(random);
        tell(
                "transfer for " + order.text("/code"),
                () -> Tenancy.runAs(tenant, () -> {
                    var target =
                            transfers.withCodes(List.of(order.text("/code"))).getFirst();
                    var part = List.of("1", "1", "0.5", "1.1").get(random.nextInt(4));
                    var amount = target.left().multipliedBy(new BigDecimal(part), RoundingMode.DOWN);
                    if (!amount.isPositive()) return;
                    var arrived = new TransferTargets.Arrived(Ids.next(), amount, "S" + orders.size(), BANK);
                    story.add(amount + " is "
                            + transactions.execute(status -> transfers.take(target.subject(), arrived)));
                }));
    }

    /** Mostly one of the latest: most others have ended. */
    private Http.Answer one(Random random) {
        var latest = random.nextInt(4) == 0 ? orders.size() : Math.min(orders.size(), 3);
        return orders.get(orders.size() - 1 - random.nextInt(latest));
    }

    private static String order(Http.Answer order) {
        return PATH + "/orders/" + order.text("/code");
    }

    private static String secret(Http.Answer order) {
        return "?secret=" + order.text("/secret");
    }

    private void note(String act, Http.Answer answer) {
        var isRefused = answer.status() >= 400 && answer.status() < 500;
        story.add(act + " " + answer.status() + (isRefused ? " " + answer.text("/code") : ""));
    }
}
