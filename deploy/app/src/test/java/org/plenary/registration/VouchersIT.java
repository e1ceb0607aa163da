package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plenary.Http;

class VouchersIT extends VoucherFixture {
    @Test
    void aVoucherOfThreeUsesIsUsedThreeTimesHoweverManyTryAtOnce() throws Exception {
        voucher("{\"code\": \"FREE3\", \"effect\": \"free\", \"uses\": 3, \"fees\": [\"student\"]}");

        var answers = atOnce(12, i -> order("student", "ada" + i + "@example.org", "free3"));

        assertThat(answers.stream().filter(a -> a.status() == 201)).hasSize(3).allSatisfy(free -> {
            assertThat(free.text("/status")).isEqualTo("confirmed");
            assertThat(free.text("/lines/0/list_price/amount")).isEqualTo("40.00");
            assertThat(free.text("/lines/0/description")).contains("FREE3");
        });
        assertThat(answers.stream().filter(a -> a.status() != 201)).hasSize(9).allSatisfy(late -> {
            assertThat(late.status()).isIn(409, 422);
            assertThat(late.text("/errors/0/pointer")).isEqualTo("/code");
            assertThat(late.text("/errors/0/code")).isEqualTo("voucher_used_up");
        });
        var row = owner.get(PATH + "/vouchers").expect(200).json().at("/items/0");
        assertThat(row.at("/used").asInt()).isEqualTo(3);
        assertThat(row.at("/given/amount").asString()).isEqualTo("120.00");
        assertThat(row.at("/paid/amount").asString()).isEqualTo("0.00");
    }

    @Test
    void onePersonUsesAVoucherAsOftenAsOnePersonMay() throws Exception {
        voucher("{\"code\": \"ONCE\", \"effect\": \"percent\", \"percent\": \"50\", \"uses_per_person\": 1}");

        var answers = atOnce(6, i -> order("student", i % 2 == 0 ? "ada@example.org" : "ADA@Example.org", "ONCE"));

        assertThat(answers.stream().filter(a -> a.status() == 201))
                .as(() -> answers.stream().map(Http.Answer::body).collect(Collectors.joining("\n")))
                .hasSize(1);
        assertThat(order("student", "grace@example.org", "ONCE").expect(201).text("/total/amount"))
                .isEqualTo("20.00");
    }

    @Test
    void aUseIsFreeAgainWhenItsOrderExpiresOrIsCancelled() {
        voucher(
                "{\"code\": \"SAVE5\", \"effect\": \"amount\", \"amount\": {\"amount\": \"5.00\", \"currency\": \"EUR\"},"
                        + " \"uses\": 1, \"uses_per_person\": 1}");
        var first = order("student", "ada@example.org", "SAVE5").expect(201);
        assertThat(first.text("/total/amount")).isEqualTo("35.00");
        order("student", "ada@example.org", "SAVE5").expect(422);

        expireAll();
        var second = order("student", "ada@example.org", "SAVE5").expect(201);
        owner.post(PATH + "/orders/" + second.text("/code") + "/cancellation", "{}")
                .expect(200);
        order("student", "ada@example.org", "SAVE5").expect(201);
    }

    @Test
    void whatAVoucherDoesChangesWhileNobodyHasUsedItAndItsLimitsAnyTime() {
        voucher(
                "{\"code\": \"EDIT1\", \"effect\": \"percent\", \"percent\": \"50\", \"uses\": 3, \"uses_per_person\": 2}");
        var path = PATH + "/vouchers/EDIT1";
        var free =
                "{\"effect\": \"free\", \"uses\": %d, \"uses_per_person\": %d, \"fees\": [\"student\"], \"label\": \"Press\"}";

        var changed = owner.put(path, free.formatted(3, 2)).expect(200);
        assertThat(changed.text("/effect")).isEqualTo("free");
        assertThat(changed.text("/label")).isEqualTo("Press");
        assertThat(order("student", "ada@example.org", "EDIT1").expect(201).text("/total/amount"))
                .isEqualTo("0.00");
        order("student", "ada@example.org", "EDIT1").expect(201);

        var late = owner.put(path, "{\"effect\": \"percent\", \"percent\": \"50\", \"uses\": 3}")
                .expect(422);
        assertThat(late.text("/errors/0/code")).isEqualTo("voucher_in_use");
        var below = owner.put(path, free.formatted(1, 1)).expect(422).json().at("/errors");
        assertThat(below.at("/0/pointer").asString()).isEqualTo("/uses");
        assertThat(below.at("/1/pointer").asString()).isEqualTo("/uses_per_person");
        assertThat(below.at("/1/code").asString()).isEqualTo("below_used");
        owner.put(path, free.formatted(2, 2)).expect(200);
        assertThat(order("student", "grace@example.org", "EDIT1").expect(422).text("/errors/0/code"))
                .isEqualTo("voucher_used_up");
        owner.put(path, free.replace("free", "free\", \"code\": \"OTHER").formatted(2, 2))
                .expect(422);
        owner.delete(path).expect(204);
        owner.put(path, free.formatted(5, 2)).expect(409);
    }

    @Test
    void whyACodeIsNotTakenIsTold() {
        voucher("{\"code\": \"LATER\", \"effect\": \"free\", \"valid_from\": \"2099-01-01\"}");
        voucher("{\"code\": \"OVER\", \"effect\": \"free\", \"valid_until\": \"2020-01-01\"}");
        voucher("{\"code\": \"UNIS\", \"effect\": \"free\", \"emails\": [\"@uni.example\"]}");
        voucher("{\"code\": \"STUD\", \"effect\": \"free\", \"fees\": [\"student\"]}");

        assertThat(refusal("NONESUCH")).isEqualTo("unknown_code");
        assertThat(refusal("LATER")).isEqualTo("voucher_not_yet");
        assertThat(refusal("OVER")).isEqualTo("voucher_expired");
        assertThat(refusal("UNIS")).isEqualTo("voucher_not_yours");
        assertThat(refusal("STUD")).isEqualTo("voucher_not_for_fee");
        order("regular", "ada@uni.example", "UNIS").expect(201);
    }

    @Test
    void aCodeOfMembersOpensTheirFeeAtItsOwnPrice() {
        owner.post(PATH + "/fees", """
                        {"key": "member", "name": "Member", "requires_code": "GUILD", "tax_rate": 19,
                         "prices": [{"amount": {"amount": "80.00", "currency": "EUR"}, "until": null}]}""").expect(201);
        assertThat(owner.post(PATH + "/vouchers", "{\"code\": \"MEMBER27\", \"effect\": \"none\"}")
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/fees");
        voucher("{\"code\": \"MEMBER27\", \"effect\": \"none\", \"fees\": [\"member\"]}");

        order("member", "ada@example.org", null).expect(422);
        var order = order("member", "ada@example.org", "member27").expect(201);

        assertThat(order.text("/total/amount")).isEqualTo("80.00");
        assertThat(order.json().at("/lines/0/list_price").isMissingNode()
                        || order.json().at("/lines/0/list_price").isNull())
                .as("nothing is struck through")
                .isTrue();
    }

    @Test
    void tenThousandVouchersAreMadeAtOnceAndExported() {
        var made = owner.post(
                        PATH + "/vouchers",
                        "{\"count\": 10000, \"prefix\": \"VIP\", \"effect\": \"free\", \"uses\": 1, \"label\": \"=1+1\"}")
                .expect(201);

        assertThat(made.json().at("/count").asInt()).isEqualTo(10_000);
        assertThat(made.text("/codes/0")).matches("VIP-[0-9A-Z]{12}");
        var csv = owner.with("Accept", "text/csv")
                .get(PATH + "/vouchers")
                .expect(200)
                .body();
        assertThat(csv.lines()).hasSize(10_001);
        assertThat(csv).contains("\"'=1+1\"");
        order("regular", "ada@example.org", made.text("/codes/9999")).expect(201);
        assertThat(owner.get(PATH + "/vouchers?limit=10").json().at("/next").asString())
                .isNotBlank();
        owner.post(PATH + "/vouchers", "{\"count\": 10001, \"effect\": \"free\"}")
                .expect(422);
    }

    @Test
    void whatIsWrongWithAVoucherIsNamed() {
        var wrong = owner.post(PATH + "/vouchers", """
                        {"code": "a b", "effect": "percent", "percent": 120, "uses": 0, "fees": ["nobody"],
                         "emails": ["nobody"], "valid_from": "2027-02-01", "valid_until": "2027-01-01", "reserves": true}""").expect(422);

        assertThat(wrong.json().at("/errors").findValuesAsString("pointer"))
                .contains("/code", "/percent", "/uses", "/fees/0", "/emails/0", "/valid_until");
        voucher("{\"code\": \"TWICE\", \"effect\": \"free\"}");
        assertThat(owner.post(PATH + "/vouchers", "{\"code\": \"twice\", \"effect\": \"free\"}")
                        .expect(422)
                        .text("/errors/0/code"))
                .isEqualTo("taken");
    }

    @Test
    void anOrganizerMakesVouchersAndADelegateSeesTheirEffect() {
        var staff = staff();
        var base = "/manage/conferences/conf27/vouchers";
        var form = staff.open(base + "/new?lang=en");
        var refused = staff.submit(form, base, Map.of("effect", "percent", "count", "1", "code", "PARTNER27"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"PARTNER27\"", "#f-percent");

        var list = staff.submit(
                refused, base, Map.of("effect", "percent", "percent", "25", "count", "1", "code", "PARTNER27"));

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body()).contains("PARTNER27", "25 % less", "One voucher was made.");
        var chinese = staff.open(base + "?lang=zh-CN");
        assertThat(chinese.body()).contains("减 25%", "停用");
        var register = staff.open("/c/conf27/register");
        var quote = staff.submit(
                register,
                "/c/conf27/register/quote",
                Map.of("delegates.0.at", "0", "delegates.0.fee", "regular", "code", "partner27"));
        assertThat(quote.body()).contains("75.00", "100.00", "PARTNER27");
    }

    private String refusal(String code) {
        var refused = order("regular", "ada@example.org", code).expect(422);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/code");
        return refused.text("/errors/0/code");
    }

    private static List<Http.Answer> atOnce(int times, IntFunction<Http.Answer> call) throws Exception {
        var start = new CountDownLatch(1);
        var calls = new ArrayList<Callable<Http.Answer>>();
        for (var i = 0; i < times; i++) {
            var number = i;
            calls.add(() -> {
                start.await();
                return call.apply(number);
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = calls.stream().map(threads::submit).toList();
            start.countDown();
            var answers = new ArrayList<Http.Answer>();
            for (var future : running) answers.add(future.get());
            return answers;
        }
    }
}
