package org.plenary.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plenary.embedded.Inbox;
import org.plenary.journey.Browsing.Screen;
import org.plenary.kernel.Ids;

/** From signing up to looking over: what the product is for, done once in a browser. */
class JourneyIT extends Journey {
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    /** Another one in each run, for the services keep what they have. */
    private static final String SLUG = "weavers-" + Ids.reference(8).toLowerCase(Locale.ROOT);

    private static final String OWNER = "ada@" + SLUG + ".example";
    private static final String PASSWORD = "engines-weave-algebra";
    private static final String DELEGATE = "mei@" + SLUG + ".example";
    private static final String AUTHOR = "wang@" + SLUG + ".example";

    private final String platform = "http://localhost:" + platform().port();
    private final String site = "http://" + SLUG + ".localhost:" + platform().port();
    private final String desk = site + "/manage/conferences/weave-2027";

    @Test
    void anOrganizationSignsUpSellsPlacesTakesPapersAndLooksOver() {
        var owner = browsing.desktop("en-US");
        signUp(owner);
        makeTheConference(owner);
        publish(owner);
        register(browsing.phone("en-US"));
        readTheMail();
        registerInChinese(browsing.phone("zh-CN"));
        submit(browsing.desktop("en-US"));
        importAndSearch(owner);
        owner.open(desk).sees("Money taken").sees("€");
        owner.page().locator("canvas").first().waitFor();
        owner.shoot("12-dashboard");
        owner.open(desk + "?lang=zh-CN").shoot("13-dashboard-zh").open(desk + "?lang=en");
        browsing.assertQuiet();
        suspendAndResume(browsing.desktop("en-US"), browsing.desktop("en-US"));
    }

    private void signUp(Screen owner) {
        owner.open(platform + "/").shoot("01-platform").open(platform + "/signup");
        owner.fill("organization.name", "Society of Weaving", "organization.slug", SLUG);
        owner.fill("organization.country", "DE", "organization.time_zone", "Europe/Berlin", "owner.name", "Ada Weaver");
        owner.fill("owner.email", OWNER, "owner.password", PASSWORD).submit().shoot("02-code");
        eventually("the code arrives", () -> !inbox().mails(OWNER).isEmpty());
        var mail = inbox().mails(OWNER).getFirst();
        var code = CODE.matcher(mail.subject() + " " + mail.text());
        assertThat(code.find()).as(mail.subject() + mail.text()).isTrue();
        owner.fill("code", code.group(1)).submit();
        owner.arrivesAt(site + "/**").shoot("03-own-host");
    }

    private void makeTheConference(Screen owner) {
        owner.open(site + "/manage/conferences/new?lang=en");
        owner.fill("name.en", "Weaving 2027", "name.zh-CN", "2027 年编织大会", "slug", "weave-2027");
        owner.fill("starts_on", "2027-09-06", "ends_on", "2027-09-08", "time_zone", "Europe/Berlin");
        owner.fill("venue.name.en", "Old Mill", "venue.city.en", "Leipzig", "venue.country", "DE", "currency", "EUR");
        owner.page().locator("input[name=languages]").all().forEach(box -> box.check());
        owner.submit().arrivesAt("**/conferences/weave-2027**");

        owner.open(site + "/manage/branding").fill("branding.primary_color", "#7a1f4b");
        owner.submit().sees("Saved").shoot("04-branding");

        owner.open(desk + "/form").fill("title.en", "About you", "title.zh-CN", "关于您");
        owner.goBy("form[action$='/form/sections'] button[type=submit]");
        addField(owner, "dietary", "Dietary wishes", "text", "");
        addField(owner, "dinner", "Conference dinner", "choice", "");
        addField(owner, "dish", "Which dish?", "text", "dinner");
        owner.open(desk + "/form").sees("Which dish?").shoot("05-form");

        owner.open(desk + "/fees/new").fill("name.en", "Regular", "name.zh-CN", "普通", "key", "regular");
        owner.fill("prices.0.amount", "400.00", "prices.0.until", "2027-06-30", "prices.1.amount", "500.00");
        owner.fill("capacity", "100", "tax_rate", "19")
                .submit()
                .sees("The fee was saved.")
                .shoot("06-fees");

        owner.open(desk + "/hotels/new").fill("name.en", "Mill Inn", "address.en", "Spinner Street 7");
        owner.fill("cut_off_on", "2027-08-15", "shoulder_nights.before", "1", "shoulder_nights.after", "1");
        owner.goBy("button[value=nights]");
        owner.fill("room_types.0.name.en", "Single", "room_types.0.occupancy", "1");
        owner.fill("room_types.0.nightly_rate.amount", "95.00", "room_types.0.every_night", "10");
        owner.goBy("button[value='room_types.fill.0']")
                .submit()
                .sees("Mill Inn")
                .shoot("07-hotels");
        changeOneNight(owner);

        owner.open(desk + "/papers/call").fill("deadline.at", "2027-05-01T23:59");
        owner.fill("late_reason", "We were founded this year.").submit().sees("The call for papers is saved.");
        owner.open(desk + "/papers/call/tracks/new").fill("name.en", "Looms", "name.zh-CN", "织机", "key", "looms");
        owner.fill("topics.0.name.en", "Weaving by wire").submit().sees("Weaving by wire");
    }

    /** What was saved stands in the form again, night by night. */
    private void changeOneNight(Screen owner) {
        var first = "room_types.0.nights.2027-09-06";
        owner.goBy(".card h2 a[href*='/hotels/']");
        assertThat(owner.value(first)).isEqualTo("10");
        owner.fill(first, "9").submit().sees("Mill Inn").goBy(".card h2 a[href*='/hotels/']");
        assertThat(owner.value(first)).isEqualTo("9");
        assertThat(owner.value("room_types.0.nights.2027-09-07")).isEqualTo("10");
        owner.shoot("07-hotel");
    }

    private void addField(Screen owner, String key, String label, String type, String conditionField) {
        owner.open(desk + "/form").goBy("a[href$='/fields/new']");
        owner.goBy("a[href$='type=" + type + "']").press("details:has([name=key]) > summary");
        owner.fill("key", key, "label.en", label);
        if (type.equals("choice")) {
            owner.fill("options.0.label.en", "With dinner", "options.0.key", "yes", "options.0.price", "60.00");
            owner.fill("options.1.label.en", "Without", "options.1.key", "no");
        }
        if (!conditionField.isEmpty()) {
            owner.fill("conditions.0.0.field", conditionField);
            owner.page().locator("input[name='conditions.0.0.value']").first().waitFor();
            owner.check("conditions.0.0.value", "yes");
        }
        owner.submit().sees("The form was saved.");
    }

    private void publish(Screen owner) {
        owner.open(desk + "/settings").press("a[href$='/status/published']");
        owner.goBy("[data-dialog-panel] button[type=submit]").sees("The conference is published.");
        owner.open(site + "/c/weave-2027").sees("Regular").shoot("08-public");
        owner.open(site + "/c/weave-2027?lang=zh-CN").sees("2027 年编织大会").shoot("08-public-zh");
        owner.open(site + "/c/weave-2027?lang=en");
    }

    private void fillIn(Screen delegate, String name, String email) {
        delegate.fill("contact.name", name, "contact.email", email, "contact.country", "CN");
        delegate.check("delegates.0.fee", "regular");
        delegate.check("delegates.0.answers.dinner", "yes");
        delegate.page().locator("[name='delegates.0.answers.dish']").waitFor();
        delegate.fill("delegates.0.answers.dish", "Dumplings");
    }

    private void register(Screen delegate) {
        delegate.open(site + "/c/weave-2027?lang=en").shoot("09-phone-public");
        delegate.open(site + "/c/weave-2027/register");
        fillIn(delegate, "Mei Lin", DELEGATE);
        delegate.goBy("button[value='rooms.add']");
        delegate.goBy("button[value='rooms.show']");
        delegate.fill("rooms.0.check_in", "2027-09-06", "rooms.0.check_out", "2027-09-08");
        delegate.goBy("button[name=update][value=all]").sees("€650.00").shoot("09-phone-register");
        delegate.goBy(".form-bar button[name=place]");
        pay(delegate, "4000000000000002");
        delegate.shoot("10-phone-declined");
        pay(delegate, "4242424242424242");
        delegate.arrivesAt(site + "/c/weave-2027/orders/**");
        delegate.sees("You are registered.").shoot("10-phone-confirmed");
    }

    private static void pay(Screen delegate, String card) {
        delegate.page().locator("[name=card_number]").waitFor();
        delegate.fill("card_number", card, "exp", "12/34", "cvc", "123", "name", "M. Lin", "country", "DE");
        delegate.goBy("form button[type=submit]");
    }

    private void readTheMail() {
        eventually(
                "ticket, invoice and calendar file arrive",
                () -> inbox().mails(DELEGATE).stream()
                        .anyMatch(mail -> mail.attachments().size() >= 3));
        assertThat(inbox().mails(DELEGATE).stream().flatMap(mail -> mail.attachments().stream()))
                .extracting(Inbox.Attachment::type)
                .contains("application/pdf", "text/calendar");
    }

    private void registerInChinese(Screen delegate) {
        delegate.open(site + "/c/weave-2027/register?lang=zh-CN");
        fillIn(delegate, "李雷", "lei@delegate.example");
        delegate.shoot("10-phone-register-zh").goBy(".form-bar button[name=place]");
        pay(delegate, "4242424242424242");
        delegate.arrivesAt(site + "/c/weave-2027/orders/**");
        delegate.sees("您已注册").shoot("10-phone-confirmed-zh");
    }

    private void submit(Screen author) {
        author.open(site + "/c/weave-2027/submit?lang=en");
        author.fill("title", "Looms that learn", "abstract", "We teach looms to weave.", "track", "looms");
        author.fill("authors.0.name", "Wang Fang", "authors.0.email", AUTHOR, "authors.0.country", "CN");
        author.sees("It is not submitted yet.");
        var pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
        author.page()
                .locator("input[type=file]")
                .setInputFiles(
                        new FilePayload("looms.pdf", "application/pdf", pdf.getBytes(StandardCharsets.US_ASCII)));
        author.submit().sees("Looms that learn").shoot("11-submission");
    }

    private void importAndSearch(Screen owner) {
        owner.open(desk + "/papers/import").fill("track", "looms");
        owner.page().locator("input[type=file]").setInputFiles(Path.of("src/test/resources/demo/papers-corl2024.json"));
        owner.submit().sees("Nothing is written yet.").shoot("11-import");
        owner.goBy("main form button[type=submit]");
        eventually("264 papers are imported and found", () -> {
            owner.open(desk + "/search?q=manipulaton");
            return owner.page().locator("article em").count() > 0;
        });
        owner.shoot("11-search");
    }

    private void suspendAndResume(Screen operator, Screen visitor) {
        accounts.createOperator("Olga", "olga@plenary.example", quickHash(PASSWORD));
        operator.open(platform + "/operator/tenants").fill("email", "olga@plenary.example", "password", PASSWORD);
        operator.submit()
                .open(platform + "/operator/tenants?q=" + SLUG)
                .sees("Society of Weaving")
                .shoot("14-operator");
        operator.open(platform + "/operator/tenants/" + SLUG + "/suspension/confirm");
        if (operator.page().locator("[name=reason]").count() > 0) operator.fill("reason", "The bill is open.");
        operator.goBy("[data-dialog-panel] button[type=submit], main form button[type=submit]");
        operator.sees("is suspended");
        visitor.open(site + "/c/weave-2027").shoot("15-suspended");
        assertThat(visitor.page().locator("a[href$='/register']").count()).isZero();
        operator.goBy("form[action$='/resumption'] button").sees("works again");
        visitor.open(site + "/c/weave-2027").sees("Regular");
    }
}
