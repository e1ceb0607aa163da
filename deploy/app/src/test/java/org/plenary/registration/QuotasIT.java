package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.tenancy.Tenancy;

class QuotasIT extends StockFixture {
    private static final String HALL = """
            {"key": "hall", "name": "Hall", "size": %s, "members": {"fees": ["regular", "student"]}}""";

    @BeforeEach
    void twoFees() {
        aFee(owner, "regular", "0.00", 10);
        aFee(owner, "student", "20.00", null);
        publish(owner);
    }

    @Test
    void twoFeesRaceForTheSameSeats() throws Exception {
        owner.post(PATH + "/quotas", HALL.formatted(4)).expect(201);
        var calls = new ArrayList<Callable<Http.Answer>>();
        for (var i = 0; i < 10; i++) {
            calls.add(() -> order("regular", null));
            calls.add(() -> order("student", null));
        }

        var answers = new ArrayList<Http.Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var future : threads.invokeAll(calls)) answers.add(future.get());
        }

        assertThat(answers.stream().filter(a -> a.status() == 201)).hasSize(4);
        assertThat(answers.stream().filter(a -> a.status() == 409)).hasSize(16).allSatisfy(lost -> {
            assertThat(lost.text("/errors/0/pointer")).isEqualTo("/delegates/0/fee");
            assertThat(lost.text("/errors/0/code")).isEqualTo("sold_out");
        });
        assertThat(owner.get(PATH + "/availability").json().at("/fees").findValuesAsString("left"))
                .containsExactly("0", "0");
    }

    @Test
    void whatWasSoldBeforeCountsAndWhatLeavesDoesNot() {
        order("regular", null).expect(201);
        order("student", null).expect(201);

        var made = owner.post(PATH + "/quotas", HALL.formatted(3)).expect(201);
        assertThat(made.json().at("/used").asInt()).isEqualTo(2);
        assertThat(owner.get(PATH + "/availability").json().at("/fees/0/left").asInt())
                .isEqualTo(1);
        theCountersAgreeWithTheRows();

        var changed = owner.put(PATH + "/quotas/hall", """
                        {"key": "hall", "name": "Hall", "size": 3, "members": {"fees": ["student"]}}""").expect(200);
        assertThat(changed.json().at("/used").asInt()).isEqualTo(1);
        assertThat(owner.get(PATH + "/availability").json().at("/fees/0/left").asInt())
                .isEqualTo(9);
        owner.with("If-Match", "\"0\"")
                .put(PATH + "/quotas/hall", HALL.formatted(9))
                .expect(412);
        theCountersAgreeWithTheRows();

        owner.delete(PATH + "/quotas/hall").expect(204);
        assertThat(owner.get(PATH + "/quotas").json().at("/items")).isEmpty();
    }

    @Test
    void optionsCategoriesAndTheWholeConferenceCount() {
        owner.post(PATH + "/fees", """
                        {"key": "guest", "name": "Guest", "category": {"en": "Guests", "zh-CN": "来宾"},
                         "prices": [{"amount": {"amount": "0.00", "currency": "EUR"}}]}""").expect(201);
        owner.post(PATH + "/quotas", """
                        {"key": "all", "name": "All", "size": 5, "members": {"everybody": true}}""").expect(201);
        owner.post(PATH + "/quotas", """
                        {"key": "guests", "name": "Guests", "members": {"categories": ["Guests"]}}""").expect(201);
        owner.post(PATH + "/quotas", """
                        {"key": "quiet", "name": "Quiet", "size": 1, "members": {"options": ["dinner:no"]}}""").expect(201);

        order("guest", "no").expect(201);
        var lost = order("regular", "no").expect(409);
        assertThat(lost.text("/errors/0/pointer")).isEqualTo("/delegates/0/answers/dinner");
        order("regular", null).expect(201);

        var used = owner.get(PATH + "/quotas").json().at("/items");
        assertThat(used.findValuesAsString("used")).containsExactly("2", "1", "1");
        owner.put(PATH + "/fees/regular", """
                        {"key": "regular", "name": "Regular", "category": {"en": "Guests"}, "capacity": 10,
                         "prices": [{"amount": {"amount": "0.00", "currency": "EUR"}}]}""").expect(200);
        assertThat(owner.get(PATH + "/quotas").json().at("/items").findValuesAsString("used"))
                .containsExactly("2", "2", "1");
    }

    @Test
    void whatIsWrongWithAQuotaIsNamed() {
        var wrong = owner.post(PATH + "/quotas", """
                        {"key": "1", "name": "", "size": -1, "members": {"fees": ["nobody"], "options": ["x:y"]}}""").expect(422);

        assertThat(wrong.json().at("/errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/key", "/name", "/size", "/members/fees/0", "/members/options/0");
        owner.post(PATH + "/quotas", "{\"key\": \"a\", \"name\": \"A\", \"size\": 1}")
                .expect(422);
    }

    /** Whatever happens in whatever order, the counters are what the rows say. */
    @Test
    void noSequenceOfActsMakesTheCountersDisagree() {
        var random = new Random(27);
        owner.post(PATH + "/quotas", HALL.formatted(7)).expect(201);
        voucher("KEEP", 3, true);
        voucher("SOME", 4, false);
        var codes = new ArrayList<>(List.of("KEEP", "SOME"));
        var orders = new ArrayList<Http.Answer>();
        for (var step = 0; step < 70; step++) {
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> orders.add(order(random.nextBoolean() ? "regular" : "student", null));
                case 3, 4 -> orders.add(order("regular", null, codes.get(random.nextInt(codes.size()))));
                case 5 -> cancel(orders, random);
                case 6 -> expireAll();
                case 7 ->
                    owner.put(PATH + "/quotas/hall", """
                        {"key": "hall", "name": "Hall", "size": %d, "members": {"fees": ["%s"], "options": ["dinner:yes"]}}""".formatted(
                                    3 + random.nextInt(6), random.nextBoolean() ? "regular" : "student"));
                default -> {
                    var code = "KEEP" + step;
                    if (voucher(code, 1 + random.nextInt(2), random.nextBoolean())) codes.add(code);
                    if (random.nextBoolean())
                        owner.delete(PATH + "/vouchers/" + codes.get(random.nextInt(codes.size())));
                }
            }
            assertThat(Tenancy.callAs(tenant, stockCheck::differences))
                    .as("after step " + step)
                    .isEmpty();
        }
    }

    /** Nobody waits in a circle, and nothing is counted twice or not at all. */
    @Test
    void quotasFeesAndVouchersChangeWhilePeopleOrderAndCancel() throws Exception {
        owner.post(PATH + "/quotas", HALL.formatted(50)).expect(201);
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 12; i++) {
            var number = i;
            calls.add(() -> {
                var order = order("regular", number % 2 == 0 ? "no" : null);
                if (order.status() != 201) return order.status();
                return owner.post(PATH + "/orders/" + order.text("/code") + "/cancellation", "{}")
                        .status();
            });
            calls.add(() -> order("regular", null).status());
            calls.add(() -> owner.put(PATH + "/quotas/hall", HALL.formatted(40 + number))
                    .status());
            calls.add(() -> owner.put(PATH + "/fees/regular", """
                            {"key": "regular", "name": "Regular", "category": {"en": "Group %d"}, "capacity": %d,
                             "prices": [{"amount": {"amount": "0.00", "currency": "EUR"}}]}""".formatted(number, 30 + number))
                    .status());
            calls.add(() -> {
                if (!voucher("RACE" + number, 1, true)) return 200;
                return owner.delete(PATH + "/vouchers/RACE" + number).status();
            });
        }

        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var future : threads.invokeAll(calls)) statuses.add(future.get());
        }

        assertThat(statuses).allSatisfy(status -> assertThat(status).isLessThan(500));
    }

    @Test
    void anOrganizerMakesAQuotaOnItsPage() {
        var staff = staff();
        var base = "/manage/conferences/conf27/quotas";
        var form = staff.open(base + "/new?lang=en");
        assertThat(staff.submit(form, base, Map.of("key", "hall", "name.en", "Hall"))
                        .status())
                .isEqualTo(422);

        var list = staff.submit(form, base, Map.of("key", "hall", "name.en", "Hall", "size", "4", "fees", "regular"));

        assertThat(list.body()).contains("Fee regular", "0 of 4 taken", "The quota was saved.");
        assertThat(staff.open(base + "/hall?lang=zh-CN").body()).contains("修改名额", "value=\"regular\"");
    }

    private void cancel(List<Http.Answer> orders, Random random) {
        var made = orders.stream().filter(order -> order.status() == 201).toList();
        if (made.isEmpty()) return;
        var order = made.get(random.nextInt(made.size()));
        owner.post(PATH + "/orders/" + order.text("/code") + "/cancellation", "{}");
    }

    private boolean voucher(String code, int uses, boolean reserves) {
        return owner.post(
                                PATH + "/vouchers",
                                Map.of(
                                        "code",
                                        code,
                                        "effect",
                                        "percent",
                                        "percent",
                                        10,
                                        "uses",
                                        uses,
                                        "fees",
                                        List.of("regular"),
                                        "reserves",
                                        reserves))
                        .status()
                == 201;
    }

    private Http.Answer order(String fee, String dinner) {
        return order(fee, dinner, null);
    }

    private Http.Answer order(String fee, String dinner, String code) {
        var answers = dinner == null
                ? Map.<String, Object>of("name", "Ada")
                : Map.<String, Object>of("name", "Ada", "dinner", dinner);
        var cart = new LinkedHashMap<String, Object>(cart(fee, answers));
        if (code != null) cart.put("code", code);
        return anonymous(tenant).post(PATH + "/orders", cart);
    }
}
