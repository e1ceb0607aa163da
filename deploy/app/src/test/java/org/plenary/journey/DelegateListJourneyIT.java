package org.plenary.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.conference.ConferenceApi;
import org.plenary.journey.Browsing.Screen;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of delegates in a browser: with nobody, with a few, with ten thousand, and with more from a file. */
class DelegateListJourneyIT extends RobotsJourney {
    @Autowired
    private ConferenceApi conferences;

    @Autowired
    private JdbcClient jdbc;

    private String list;

    @BeforeEach
    void aConference() {
        list = manage + "/delegates";
        robots("2027-05-10", "2027-05-14", """
                {"sections": [{"key": "you", "title": {"en": "You", "zh-CN": "您"}, "fields": [
                  {"key": "name", "type": "text", "label": {"en": "Full name", "zh-CN": "全名"}, "required": true},
                  {"key": "meals", "type": "choice", "label": {"en": "Meals", "zh-CN": "用餐"}, "required": false, "options": [
                    {"key": "veg", "label": {"en": "Vegetarian", "zh-CN": "素食"}},
                    {"key": "any", "label": {"en": "No preference", "zh-CN": "无要求"}}]},
                  {"key": "needs", "type": "long_text", "label": {"en": "What we should know", "zh-CN": "特殊需要"},
                   "required": false}]}]}""");
        aFee("regular", "Regular participation", "普通参会", "100.00");
        publish();
    }

    @Test
    void anOrganizerNarrowsAListArrangesItsColumnsAndKeepsItAsAView() {
        var owner = browsing.desktop("en-US");
        organizer.signIn(owner);
        owner.open(list).sees("No delegates").shoot("60-delegates-none");
        register(6, "");
        register(10_000, "Guest ");

        owner.open(list).sees("10,006 delegates").shoot("61-delegates-1280");
        owner.press("details.panel > summary");
        owner.goByChoosing("w.0.0.column", "answer.meals");
        owner.page().locator("select[name='w.0.0.value']").selectOption("veg");
        owner.goByChoosing("w.0.1.column", "country");
        owner.page().locator("select[name='w.0.1.value']").selectOption("FR");
        owner.shoot("62-delegates-filter-1280");
        owner.goBy("details[open] .form-bar button[type=submit]");
        owner.sees("Meals is “Vegetarian”").shoot("63-delegates-found-1280");
        owner.press("details.panel:nth-of-type(2) > summary");
        owner.page().locator("input[name=col][value='answer.needs']").check();
        owner.shoot("64-delegates-columns-1280");
        owner.goBy("details[open] .form-bar button[type=submit]");
        owner.press("details.panel:nth-of-type(3) > summary");
        owner.page().locator("input[name=name]").fill("Vegetarians from France");
        owner.page().locator("input[name=shared]").check();
        owner.shoot("65-delegates-keep-1280");
        owner.goBy("button[name=save][value=new]");
        owner.sees("The view was saved.").sees("Vegetarians from France").shoot("66-delegates-view-1280");
        owner.press("details.panel:nth-of-type(3) > summary");
        owner.page().locator("input[name=default]").check();
        owner.goBy("button[name=save][value=change]");
        owner.open(list).sees("Vegetarians from France").shoot("66-delegates-default-1280");

        owner.open(list + "?view=all").sees("10,006 delegates");
        owner.open(list + "/export?as=xlsx&sort=name")
                .sees("It has 10,006 rows")
                .shoot("67-export-large-1280");
        owner.goBy("[data-dialog-panel] button[type=submit]").shoot("68-export-running-1280");
        owner.sees("The file has 10,006 delegates.").shoot("69-export-done-1280");
        var download = owner.page().waitForDownload(() -> owner.press("a[href$='/file']"));
        assertThat(download.suggestedFilename()).isEqualTo("robots-delegates.xlsx");

        bulk(owner);
        bringIn(owner);
        owner.open(list + "/duplicates?lang=en").sees("Same name and country").shoot("78-duplicates-1280");
        owner.goBy("form[action$='/duplicates/apart'] button").sees("not shown as duplicates any more");
        owner.sees("One pair is told apart");
        owner.open(manage + "/statistics").sees("Domestic");
        owner.goBy("form[action$='/versions'] button").sees("Version 1 of").shoot("79-statistics-1280");
        owner.open(list + "?view=all&lang=zh-CN").sees("10,008位参会者").shoot("61-delegates-1280-zh");
        owner.open(list + "?w.0.0.column=name&w.0.0.test=contains&w.0.0.value=x&w.0.1.column=registered_at"
                        + "&w.0.1.test=between&w.0.1.value=soon&w.1.0.column=fee")
                .shoot("62-delegates-refused-zh");
        var phone = browsing.phone("en");
        organizer.signIn(phone);
        phone.open(list + "?view=all").sees("10,008 delegates").shoot("61-delegates-390");
        phone.press("details.panel > summary");
        phone.shoot("62-delegates-filter-390");
        phone.open(list + "/bulk?action=message&all=true&q=r4&sort=name").shoot("71-bulk-message-390");
        upload(phone, "name,email\nOtto,otto\n");
        phone.shoot("75-import-mapping-390");
        phone.goBy("button[value=try]").sees("Say which column is the country").shoot("76-import-refused-390");
        phone.open(list + "/duplicates").shoot("78-duplicates-390");
        phone.open(manage + "/statistics").shoot("79-statistics-390");
        phone.open(list).sees("Vegetarians from France").shoot("66-delegates-view-390");
        browsing.assertQuiet();
    }

    private void bulk(Screen owner) {
        owner.open(list + "?view=all&q=Noether&status=confirmed");
        owner.page().locator("[data-select-all]").check();
        owner.shoot("70-bulk-list-1280");
        owner.page().keyboard().press("Tab");
        owner.page().locator("#bulk button[type=submit]").focus();
        assertThat(owner.page()
                        .locator("#bulk button[type=submit]")
                        .evaluate("button => getComputedStyle(button).outlineStyle"))
                .as("who goes by the keyboard sees where they are")
                .isEqualTo("solid");
        owner.goBy("#bulk button[type=submit]").sees("50 delegates");
        owner.fill("subject.en", "Your room, {{name}}", "subject.zh-CN", "{{name}}，您的房间");
        owner.fill("text.en", "Dear {{name}},\n\nyour fee is {{fee}}.", "text.zh-CN", "{{name}}，您好");
        owner.goBy("button[value=preview]").sees("Send 50 mails").shoot("71-bulk-message-1280");
        owner.open(list + "/bulk?action=cancellation&all=true&q=r4&sort=name&lang=zh-CN")
                .shoot("72-bulk-cancel-zh");
        owner.open(list + "/bulk?action=group&all=true&q=r4&sort=name&lang=en");
        owner.fill("groups", "Vision\nWalking").goBy("button[value=preview]").shoot("73-bulk-group-1280");
        owner.goBy("button[value=do]").sees("delegates were assigned").shoot("74-bulk-done-1280");
    }

    private void bringIn(Screen owner) {
        owner.open(list + "/import?lang=zh-CN");
        owner.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("x.csv", "text/csv", "nothing".getBytes(StandardCharsets.UTF_8)));
        owner.submit().sees("其下没有数据行").shoot("75-import-refused-zh");
        owner.open(list + "?lang=en");
        upload(owner, """
                Full name;E-Mail;Country;Meals;Remark
                Alan Turing;alan@example.org;United Kingdom;Vegetarian;=cmd()
                刘徽;hui@example.org;中国;素食;
                Max Born;max;DE;any;
                Joseph Fourier;joseph@example.org;France;Fish;
                """);
        owner.sees("4 rows").shoot("75-import-mapping-1280");
        owner.fill("fee", "regular", "settled", "paid_elsewhere").goBy("button[value=try]");
        owner.sees("2 rows are good, 2 are not")
                .sees("This is not an e-mail address.")
                .sees("There is no such option.")
                .shoot("76-import-tried-1280");
        owner.goBy("button[value=good]").sees("2 delegates were imported.").shoot("77-import-done-1280");
        owner.open(list + "?view=all&col=name&col=source&col=settled&sort=name&w.0.0.column=source&w.0.0.test=is"
                        + "&w.0.0.value=import")
                .sees("2 delegates")
                .sees("Paid elsewhere");
    }

    private void upload(Screen screen, String content) {
        screen.open(list + "/import");
        screen.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("guests.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        screen.submit();
    }

    private void register(int many, String prefix) {
        var names =
                List.of("Ada Lovelace", "刘慧敏", "Jean-Baptiste Joseph Fourier", "Emmy Noether", "Grace Hopper", "陈景润");
        var countries = List.of("GB", "CN", "FR", "DE", "US", "CN");
        Tenancy.runAs(tenant, () -> {
            UUID conference = conferences.bySlug("robots").id();
            jdbc.sql("""
                    INSERT INTO orders (id, conference_id, code, secret_hashes, status, contact_name, contact_email,
                        contact_country, locale, currency, total_minor, created_at, expires_at, confirmed_at)
                    SELECT gen_random_uuid(), :conference, :prefix || 'R' || n, '{}', 'confirmed', 'Desk', 'desk@example.org',
                        'DE', 'en', 'EUR', 0, now() - n * interval '1 minute', now(), now()
                    FROM generate_series(0, :last) AS n""")
                    .param("conference", conference)
                    .param("prefix", prefix.strip())
                    .param("last", many - 1)
                    .update();
            jdbc.sql("""
                    INSERT INTO delegate (id, order_id, conference_id, position, fee_key, form_version, name, email, country,
                        answers, status, ticket_code)
                    SELECT gen_random_uuid(), o.id, o.conference_id, 0, 'regular', 1,
                        :prefix || (CAST(:names AS text[]))[1 + n % 6],
                        lower(o.code) || '@university.example.org', (CAST(:countries AS text[]))[1 + n % 6],
                        jsonb_build_object('name', 'x', 'meals', CASE WHEN n % 4 = 0 THEN 'veg' ELSE 'any' END, 'needs',
                            CASE WHEN n % 5 = 0 THEN repeat('A ramp at the door, please. ', 9) END),
                        CASE WHEN n % 17 = 3 THEN 'cancelled' ELSE 'confirmed' END, o.code
                    FROM (SELECT *, CAST(substring(code FROM '[0-9]+$') AS int) AS n FROM orders
                          WHERE code LIKE :prefix || 'R%' AND NOT EXISTS (SELECT FROM delegate d WHERE d.order_id = orders.id)) AS o""")
                    .param("prefix", prefix.strip())
                    .param("names", "{\"" + String.join("\",\"", names) + "\"}")
                    .param("countries", "{" + String.join(",", countries) + "}")
                    .update();
        });
    }
}
