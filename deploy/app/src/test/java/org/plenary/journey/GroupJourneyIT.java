package org.plenary.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.journey.Browsing.Screen;

/** A coordinator books five places, one person takes hers by a link, three come from a sheet, and the tickets arrive. */
class GroupJourneyIT extends RobotsJourney {
    @BeforeEach
    void aConferenceThatTakesGroups() {
        robots("2027-08-09", "2027-08-14", """
                {"sections": [{"key": "you", "title": {"en": "You", "zh-CN": "您"}, "fields": [
                  {"key": "name", "type": "text", "label": {"en": "Name", "zh-CN": "姓名"}, "required": true},
                  {"key": "email", "type": "email", "label": {"en": "E-mail", "zh-CN": "邮箱"}, "required": true},
                  {"key": "country", "type": "country", "label": {"en": "Country", "zh-CN": "国家"}, "required": true},
                  {"key": "workshop", "type": "choice", "label": {"en": "Workshop", "zh-CN": "工作坊"}, "options": [
                    {"key": "tactile", "label": {"en": "Tactile sensing", "zh-CN": "触觉感知"}, "capacity": 20},
                    {"key": "data", "label": {"en": "Robot data", "zh-CN": "机器人数据"}}]},
                  {"key": "dinner", "type": "choice", "label": {"en": "Dinner", "zh-CN": "晚宴"}, "options": [
                    {"key": "yes", "label": {"en": "Yes", "zh-CN": "参加"}, "price": {"amount": "60.00", "currency": "EUR"}},
                    {"key": "no", "label": {"en": "No", "zh-CN": "不参加"}}]}]}]}""");
        aFee(api, "regular", "{\"en\": \"Regular\", \"zh-CN\": \"正式代表\"}", "480.00");
        aFee(api, "student", "{\"en\": \"Student\", \"zh-CN\": \"学生\"}", "190.00");
        publish();
    }

    private static void aFee(Http api, String key, String name, String amount) {
        api.post(API + "/fees", """
                {"key": "%s", "name": %s, "tax_rate": "19", "capacity": 300, "group_discount": {"from": 3, "percent": 10},
                 "prices": [{"amount": {"amount": "%s", "currency": "EUR"}}]}""".formatted(key, name, amount)).expect(201);
    }

    @Test
    void aGroupIsBookedNamedAndGetsItsTickets() {
        var owner = browsing.desktop("en-US");
        organizer.signIn(owner);
        owner.open(manage + "/group-settings").check("allowed", "true").submit();
        owner.sees("The settings of groups were saved.").shoot("80-group-settings");

        var coordinator = browsing.desktop("en-US");
        coordinator.open(site + "/c/robots?lang=en").sees("Coming as a group?").shoot("81-group-public");
        coordinator.goBy("a[href$='/register/group']");
        coordinator.fill("organization", "Alpine Robotics", "contact.name", "Mona Müller");
        coordinator.fill("contact.email", address("mona"), "contact.country", "DE");
        coordinator.fill("places.0.quantity", "3", "places.1.quantity", "2");
        coordinator.press("#f-organization").press("h1").sees("€1,676.00").shoot("82-group-register");
        coordinator.goBy(".form-bar button[name=place]");
        coordinator.page().locator("[name=card_number]").waitFor();
        coordinator.fill("card_number", "4242424242424242", "exp", "12/34", "cvc", "123", "name", "M", "country", "DE");
        coordinator.goBy("form button[type=submit]").arrivesAt(site + "/c/robots/orders/**");
        coordinator.sees("5 names are missing").goBy("a:has-text('Names of the group')");
        var group = coordinator.page().url();

        coordinator.goBy("li[id^=place] button:has-text('Get link')");
        var link = coordinator.page().locator(".copy-text").first().textContent();
        coordinator.shoot("83-group-link");
        takeThePlace(link);

        coordinator.open(group).sees("Grace Hopper").goBy("a[href*='/sheet']");
        coordinator.shoot("85-group-sheet");
        upload(coordinator, "Ada,%s,GB,Robot data,Regular\nJoan,nobody,US,Knitting,Student\nMary,%s,FR,,Student\n");
        coordinator.sees("2 rows can be taken").sees("One row has to be corrected");
        coordinator.sees("E-mail: This is not an e-mail address.").shoot("86-group-sheet-checked");
        upload(coordinator, "Ada,%s,GB,Robot data,Regular\nJoan,%s,US,Tactile sensing,Student\nMary,%s,FR,,Student\n");
        coordinator.goBy("button[name=rows]").sees("3 people were named.").shoot("87-group");

        for (var person : List.of("grace", "ada", "joan", "mary"))
            eventually(
                    "the ticket of " + person + " arrives",
                    () -> inbox().mails(address(person)).stream()
                            .anyMatch(mail -> mail.attachments().size() == 2));
        assertThat(coordinator.page().locator("text=Name missing").count()).isEqualTo(1);
        lookAtEverything(owner, group, link);
        browsing.assertQuiet();
    }

    private void takeThePlace(String link) {
        var person = browsing.phone("zh-CN").open(link + "&lang=zh-CN");
        person.sees("已为您预留名额").shoot("84-place-phone-zh");
        person.fill("delegates.0.answers.name", "Grace Hopper", "delegates.0.answers.email", address("grace"));
        person.fill("delegates.0.answers.country", "US").check("delegates.0.answers.workshop", "tactile");
        person.submit().sees("谢谢，名额已归您所有。").shoot("84-place-taken-phone-zh");
    }

    /** Whoever reads the rows takes the addresses in turn. */
    private void upload(Screen coordinator, String rows) {
        var filled = rows.replaceFirst("%s", address("ada"))
                .replaceFirst("Joan,%s", "Joan," + address("joan"))
                .replaceFirst("Mary,%s", "Mary," + address("mary"));
        var csv = "Name,E-mail,Country,Workshop,Fee\n" + filled;
        coordinator
                .page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("names.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        coordinator.goBy(".form-bar button[type=submit]");
    }

    private void lookAtEverything(Screen owner, String group, String link) {
        var phone = browsing.phone("zh-CN");
        phone.open(group + "&lang=zh-CN").shoot("88-group-phone-zh");
        phone.open(site + "/c/robots/register/group").shoot("88-group-register-phone-zh");
        phone.open(site + "/c/robots/register").sees("团体注册");
        phone.open(link + "&lang=en").sees("Grace Hopper").shoot("88-place-phone-en");
        owner.open(manage + "/orders?groups=missing").sees("Alpine Robotics").shoot("89-orders");
        owner.open(manage + "/delegates").sees("Name missing").shoot("89-delegates");
        var staff = manage + "/groups/" + group.replaceAll(".*/groups/|\\?.*", "");
        owner.open(staff).goBy("li[id^=place] a:has-text('Fill in')").shoot("90-group-person");
        owner.open(staff)
                .press("li[id^=place] a:has-text('Remove')")
                .sees("from this place?")
                .shoot("90-group-removal");
    }

    private String address(String person) {
        return person + "-" + tenant.slug() + "@example.org";
    }
}
