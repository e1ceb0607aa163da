package org.plenary.billing.dues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OpenItemsIT extends OwedFixture {
    private static final String ITEMS = "/api/v1/billing/open-items";
    private static final String PAGES = "/manage/billing/open-items";
    private static final LocalDate DUE = LocalDate.of(2027, 3, 10);
    private static final Instant MIDNIGHT = Instant.parse("2027-03-10T15:00:00Z");

    @Autowired
    private OpenItems items;

    @Autowired
    private Reminding reminding;

    private int overdue(Owed owed, Instant at) {
        return bound(() -> items.find(owed.code(), at).orElseThrow().overdue());
    }

    @Test
    void anItemAgesAtMidnightWhereTheConferenceIs() {
        var owed = owed(DUE);
        var undated = owed(null);
        var berlin = ZoneId.of("Europe/Berlin");
        var tomorrow = LocalDate.now(berlin)
                .plusDays(1)
                .atStartOfDay(tenant.timeZone())
                .toInstant();

        assertThat(overdue(owed, MIDNIGHT.minusSeconds(1))).isZero();
        assertThat(overdue(owed, MIDNIGHT)).isEqualTo(1);
        assertThat(Ageing.of(overdue(owed, MIDNIGHT.plus(30, ChronoUnit.DAYS).minusSeconds(1))))
                .isEqualTo(Ageing.UP_TO_30);
        assertThat(Ageing.of(overdue(owed, MIDNIGHT.plus(30, ChronoUnit.DAYS)))).isEqualTo(Ageing.UP_TO_60);
        assertThat(Ageing.of(overdue(owed, MIDNIGHT.plus(90, ChronoUnit.DAYS)))).isEqualTo(Ageing.OVER_90);
        assertThat(overdue(undated, tomorrow.minusSeconds(1)))
                .as("what does not say counts from the day of its document")
                .isEqualTo(overdue(undated, tomorrow) - 1);
        var list = owner.get(ITEMS + "?limit=1").expect(200);
        assertThat(list.text("/items/0/order")).isEqualTo(undated.code());
        assertThat(list.text("/items/0/amount/amount")).isEqualTo("119.00");
        var second = owner.get(ITEMS + "?q=" + owed.code().toLowerCase(java.util.Locale.ROOT));
        assertThat(second.text("/items/0/due_on")).isEqualTo("2027-03-10");
        assertThat(second.text("/items/0/organization")).isEqualTo(UNIVERSITY);
        assertThat(owner.get(ITEMS + "?limit=1&after=" + list.text("/next").replace("|", "%7C"))
                        .expect(200)
                        .text("/items/0/order"))
                .isEqualTo(owed.code());
        var sum = bound(() -> items.sums(OpenItems.Wanted.ALL, MIDNIGHT)).stream()
                .mapToLong(each -> each.amount().getAmountMinorLong())
                .sum();
        assertThat(sum).isEqualTo(balance("receivables"));
        pay(owed, "119.00");
        owner.get(ITEMS + "/" + owed.code()).expect(404);
        assertThat(owner.get(ITEMS + "?age=older").status()).isEqualTo(422);
    }

    @Test
    void byHandAReminderGoesOutFromTheDayAfterTheAmountWasDueAndEachOnce() {
        var early = owed(DUE);
        assertThat(owner.post(ITEMS + "/" + early.code() + "/reminders", Map.of())
                        .expect(409)
                        .text("/code"))
                .isEqualTo("not_due");
        var late = owed(LocalDate.now(ZoneOffset.UTC).minusDays(3));
        var reminders = ITEMS + "/" + late.code() + "/reminders";
        for (var level : List.of("1", "2", "3"))
            assertThat(owner.post(reminders, Map.of()).expect(202).text("/level"))
                    .isEqualTo(level);
        assertThat(owner.post(reminders, Map.of()).expect(409).text("/code")).isEqualTo("all_reminders_sent");
    }

    @Test
    void aDebtorGetsEachReminderOnceThoughTheJobRunsTwiceAtOnce() throws Exception {
        var owed = owed(DUE);
        var late = MIDNIGHT.plus(40, ChronoUnit.DAYS);

        assertThat(remind(MIDNIGHT.plus(1, ChronoUnit.DAYS)))
                .as("before its time")
                .isZero();
        var sent = 0;
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < 4; i++) runs.add(() -> remind(late));
            for (var run : both.invokeAll(runs)) sent += run.get();
        }

        assertThat(sent).isEqualTo(1);
        assertThat(remind(late.plus(10, ChronoUnit.DAYS)))
                .as("whoever was reminded late has as long as everybody else until the next one")
                .isZero();
        eventually(
                "the reminder is there",
                () -> inbox().mails(email).stream()
                        .anyMatch(mail -> mail.subject().startsWith("付款提醒")
                                && mail.attachments().stream()
                                        .anyMatch(file -> file.name().startsWith("CONF27-INV"))));
        owner.put(ITEMS + "/" + owed.code() + "/reminders", Map.of("stopped", true))
                .expect(204);
        assertThat(remind(late.plus(11, ChronoUnit.DAYS))).isZero();
        owner.put(ITEMS + "/" + owed.code() + "/reminders", Map.of("stopped", false))
                .expect(204);
        assertThat(remind(late.plus(11, ChronoUnit.DAYS))).isEqualTo(1);
        assertThat(owner.put("/api/v1/billing/reminder-levels", Map.of("first", 5, "second", 4))
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/second");
    }

    private int remind(Instant at) {
        return bound(() -> reminding.remind(at));
    }

    @Test
    void whatIsWrittenOffComesBackAsFarAsItIsPaidAfterAll() {
        var owed = owed(DUE);
        var there = ITEMS + "/" + owed.code() + "/write-offs";
        var off = Map.of("key", UUID.randomUUID(), "reason", "Insolvent");

        assertThat(owner.post(there, Map.of("key", UUID.randomUUID(), "reason", "x", "amount", euros("119.01")))
                        .expect(422)
                        .text("/errors/0/pointer"))
                .isEqualTo("/amount");
        var id = owner.post(there, off).expect(201).text("/id");
        assertThat(owner.post(there, off).expect(201).text("/id"))
                .as("the same form again")
                .isEqualTo(id);
        assertThat(balance("bad_debt")).isEqualTo(11_900);
        assertThat(balance("receivables")).isZero();

        pay(owed, "60.00");
        assertThat(balance("bad_debt")).isEqualTo(5_900);
        assertThat(balance("receivables")).isZero();
        assertThat(open(PAGES + "/" + owed.code()).body()).contains("Insolvent", "60.00");
        owner.delete(there + "/" + id).expect(200);
        owner.delete(there + "/" + id).expect(200);

        assertThat(balance("bad_debt")).isZero();
        assertThat(balance("receivables")).isEqualTo(5_900);
        owner.post(there, Map.of("key", UUID.randomUUID(), "reason", "Part of it", "amount", euros("9.00")))
                .expect(201);
        assertThat(owner.get(ITEMS + "/" + owed.code()).text("/item/amount/amount"))
                .isEqualTo("50.00");
        assertThat(owner.get("/api/v1/billing/ledger").body()).contains("bad_debt", "write_off_back");
        assertThat(owner.get("/api/v1/billing/datev?currency=EUR").body()).contains(";6930;1200;");
    }

    @Test
    void aStatementSaysWhatTheLedgerSays() {
        var one = owed(DUE);
        var other = owed(DUE);
        pay(one, "19.00");
        owner.post(
                        ITEMS + "/" + other.code() + "/write-offs",
                        Map.of("key", UUID.randomUUID(), "reason", "Rest", "amount", euros("20.00")))
                .expect(201);
        var who = "?organization=" + java.net.URLEncoder.encode(UNIVERSITY, java.nio.charset.StandardCharsets.UTF_8);

        var statement = owner.get("/api/v1/billing/statements" + who).expect(200);

        assertThat(statement.json().at("/accounts/0/closing/amount").asString()).isEqualTo("199.00");
        assertThat(balance("receivables")).isEqualTo(19_900);
        assertThat(statement.json().at("/accounts/0/lines")).hasSize(4);
        assertThat(statement.json().at("/orders")).hasSize(2);
        var later = owner.get("/api/v1/billing/statements" + who + "&from=2099-01-01")
                .expect(200);
        assertThat(later.text("/accounts/0/opening/amount")).isEqualTo("199.00");
        assertThat(later.json().at("/accounts/0/lines")).isEmpty();
        assertThat(open("/manage/billing/statements" + who).body()).contains(one.code(), other.code());
        assertThat(open("/manage/billing/statements/pdf" + who).status()).isEqualTo(200);
        owner.post("/api/v1/billing/statements", Map.of("organization", UNIVERSITY))
                .expect(202);
        eventually(
                "the statement is mailed",
                () -> inbox().mails(email).stream()
                        .anyMatch(mail -> mail.attachments().stream()
                                .anyMatch(file -> file.name().equals("statement.pdf"))));
        var own = PATH.replace("/api/v1/conferences", "/c") + "/orders/" + one.code() + "/statement";
        assertThat(anonymous(tenant)
                        .get(own + "?secret=" + one.secret())
                        .expect(200)
                        .body())
                .contains("100.00")
                .doesNotContain(other.code());
        anonymous(tenant)
                .get(own + ".pdf?from=2099-01-01&secret=" + one.secret())
                .expect(200);
        anonymous(tenant).get(own + "?to=soon&secret=" + one.secret()).expect(422);
        anonymous(tenant).get(own + "?secret=" + other.secret()).expect(404);
        assertThat(owner.get("/api/v1/billing/statements?organization=Nobody").status())
                .isEqualTo(404);
        assertThat(open(PAGES).body()).contains(other.code(), "Not due yet");
        assertThat(open(PAGES + ".csv?age=not_due").body()).contains(one.code(), "\"100.00\"");
        assertThat(open(PAGES + ".xlsx").status()).isEqualTo(200);
        assertThat(open("/manage/billing/reminders").body()).contains("value=\"14\"");
    }

    private static Map<String, String> euros(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }
}
