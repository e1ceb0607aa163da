package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.DeskFixture.DESK;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

class DeskRegistrationIT extends PlenaryIT {
    private static final String PAGE = DESK + "/registration";

    @Autowired
    private Accounts accounts;

    private Tenant tenant;
    private Http owner;
    private DeskFixture desk;

    @BeforeEach
    void aConferenceThatIsClosedToThePublic() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        owner.put(PATH + "/registration-form", """
                        {"sections": [{"key": "you", "title": "You", "fields": [
                          {"key": "name", "type": "text", "label": "Name", "required": true},
                          {"key": "desk_note", "type": "text", "label": "Seen passport", "staff_only": true}]}]}""").expect(200);
        aFee(owner, "regular", "119.00", 2);
        owner.post(PATH + "/fees", """
                        {"key": "late", "name": "Late", "prices": [{"amount": {"amount": "10.00", "currency": "EUR"}}],
                         "on_site": {"amount": "15.00", "currency": "EUR"}, "tax_rate": "19"}""").expect(201);
        publish(owner);
        var yesterday = LocalDate.now(ZoneId.of("Europe/Berlin")).minusDays(1).toString();
        owner.patch(PATH, Map.of("cut_off", Map.of("on", yesterday))).expect(200);
        owner.patch(PATH, Map.of("status", "closed")).expect(200);
        desk = new DeskFixture(tenant, owner.port(), accounts);
    }

    @Test
    void staffRegisterSomebodyWhenThePublicNoLongerCan() {
        assertThat(anonymous(tenant).get("/c/conf27/register?lang=en").body()).doesNotContain("contact.name");
        var page = desk.open(PAGE + "?source=paper");
        assertThat(page.body()).contains("Seen passport", "€119.00", "€15.00");

        var wrong = desk.submit(page, PAGE, form("regular", Map.of("delegates.0.answers.name", "")));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("#f-delegates.0.answers.name", "value=\"Only a copy\"", "value=\"grace@example.org\"");
        var done = desk.submit(page, PAGE, form("regular", Map.of("write", "true")));

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body()).contains("€119.00", "Take the money", "Paper form", "registered by Mona Müller");
        var code = done.address().getPath().replaceAll(".*/", "");
        var order = owner.get(PATH + "/orders/" + code).expect(200);
        assertThat(order.text("/status")).isEqualTo("pending");
        assertThat(order.text("/locale")).isEqualTo("zh-CN");
        assertThat(desk.open("/manage/conferences/conf27/orders/" + code).body())
                .contains("Paper form", "At the desk");
        assertThat(desk.open("/manage/conferences/conf27/delegates?col=name&col=source&col=registered_by"
                                + "&col=answer.desk_note&w.0.0.column=source&w.0.0.test=is&w.0.0.value=paper&sort=name")
                        .body())
                .contains("Ada Lovelace", "Paper form", "Mona Müller", "Only a copy");
        eventually(
                "the way to pay is mailed",
                () -> inbox().mails("grace@example.org").stream()
                        .anyMatch(mail -> mail.subject().contains(code)
                                && mail.text().contains("保留至")
                                && mail.text().contains("/c/conf27/orders/" + code)));
    }

    @Test
    void theSameFormSentTwiceIsOneOrder() {
        var page = desk.open(PAGE);

        var first = desk.submit(page, PAGE, form("late", Map.of()));
        var second = desk.submit(page, PAGE, form("late", Map.of()));

        assertThat(second.address()).isEqualTo(first.address());
        assertThat(second.body()).contains("€15.00", "On site");
        assertThat(owner.get(PATH + "/orders").json().at("/items")).hasSize(1);
    }

    @Test
    void whatIsSoldOutIsSoldOutForStaffToo() {
        for (var i = 0; i < 2; i++)
            assertThat(desk.submit(desk.open(PAGE), PAGE, form("regular", Map.of()))
                            .status())
                    .isEqualTo(200);

        var third = desk.submit(desk.open(PAGE), PAGE, form("regular", Map.of()));

        assertThat(third.status()).isEqualTo(422);
        assertThat(third.body()).contains("value=\"Ada Lovelace\"");
        assertThat(owner.get(PATH + "/orders").json().at("/items")).hasSize(2);
    }

    @Test
    void whatMakesNoSenseIsNamed() {
        var page = desk.open(PAGE);

        assertThat(desk.submit(page, PAGE, form("late", Map.of("source", "online")))
                        .body())
                .contains("#f-source");
        assertThat(desk.submit(page, PAGE, form("late", Map.of("held_until", "2020-01-01")))
                        .body())
                .contains("#f-held_until");
        assertThat(desk.submit(page, PAGE, form("late", Map.of("order", "x"))).status())
                .isEqualTo(422);
        assertThat(owner.get(PATH + "/orders").json().at("/items")).isEmpty();
        owner.patch(PATH, Map.of("status", "archived")).expect(200);
        assertThat(desk.submit(page, PAGE, form("late", Map.of())).status()).isEqualTo(422);
    }

    @Test
    void staffTakeTheBuyersCurrency() {
        assertThat(desk.open(PAGE).body()).doesNotContain("name=\"currency\"");
        owner.put(
                        PATH + "/currencies/JPY",
                        Map.of(
                                "prices",
                                List.of(Map.of(
                                        "item",
                                        "fee:regular:last",
                                        "amount",
                                        Map.of("amount", "18000", "currency", "JPY")))))
                .expect(200);
        var page = desk.open(PAGE);
        assertThat(page.body()).contains("name=\"currency\"", "JPY");

        var shown = desk.submit(page, PAGE, form("regular", Map.of("currency", "JPY", "update", "currency")));
        assertThat(shown.body()).contains("¥18,000", "value=\"Ada Lovelace\"");
        var refused = desk.submit(page, PAGE, form("late", Map.of("currency", "JPY")));
        assertThat(refused.status()).isEqualTo(422);
        var done = desk.submit(page, PAGE, form("regular", Map.of("currency", "JPY")));

        assertThat(done.body()).contains("¥18,000", "Take the money");
        assertThat(owner.get(PATH + "/orders").text("/items/0/total/currency")).isEqualTo("JPY");
    }

    private static Map<String, String> form(String fee, Map<String, String> more) {
        var fields = new LinkedHashMap<String, String>(Map.of(
                "source", "paper",
                "locale", "zh-CN",
                "contact.name", "Grace Hopper",
                "contact.email", "grace@example.org",
                "contact.country", "US",
                "delegates.0.at", "0",
                "delegates.0.fee", fee,
                "delegates.0.answers.name", "Ada Lovelace",
                "delegates.0.answers.desk_note", "Only a copy"));
        if (fee.equals("late")) fields.put("source", "on_site");
        fields.putAll(more);
        return fields;
    }
}
