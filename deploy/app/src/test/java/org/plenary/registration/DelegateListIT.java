package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

/** The organizer's list of delegates: narrowing it, keeping it, taking it away. */
class DelegateListIT extends PlenaryIT {
    private static final String LIST = "/manage/conferences/conf27/delegates";
    private static final Pattern ROW_HEAD = Pattern.compile("<th scope=\"row\"><a[^>]*>([^<]*)</a>");
    private static final String FORM = """
            {"sections": [{"key": "you", "title": "You", "fields": [
              {"key": "name", "type": "text", "label": {"en": "Full name", "zh-CN": "全名"}, "required": true},
              {"key": "nation", "type": "country", "label": "Nationality", "required": false},
              {"key": "age", "type": "number", "label": "Age", "required": false},
              {"key": "born", "type": "date", "label": "Born", "required": false},
              {"key": "meals", "type": "multiple_choice", "label": {"en": "Meals", "zh-CN": "用餐"}, "required": false,
               "options": [{"key": "lunch", "label": {"en": "Lunch", "zh-CN": "午餐"}}, {"key": "supper", "label": "Supper"}]},
              %s]}]}""";

    private static final String PASSWORD = "many-hands-light-work";

    @Autowired
    private Accounts accounts;

    private final Browser browser = new Browser();
    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void aConferenceWithTwoVersionsOfItsForm() {
        tenant = aTenant();
        owner = owner(tenant);
        RegistrationFixture.aConference(owner);
        RegistrationFixture.aFee(owner, "free", "0.00", null);
        RegistrationFixture.aFee(owner, "other", "0.00", null);
        owner.put(RegistrationFixture.PATH + "/registration-form", FORM.formatted("""
                {"key": "diet", "type": "text", "label": "Diet", "required": false}"""))
                .expect(200);
        RegistrationFixture.publish(owner);
        register(2, "free", Map.of("name", "Ada", "nation", "GB", "age", 36, "born", "1815-12-10", "diet", "No nuts"));
        register(2, "other", Map.of("name", "Emmy", "nation", "DE", "age", 53, "meals", List.of("lunch", "supper")));
        owner.put(RegistrationFixture.PATH + "/registration-form", FORM.formatted("""
                {"key": "shirt", "type": "choice", "label": "Shirt", "required": false,
                 "options": [{"key": "m", "label": "Medium"}, {"key": "l", "label": "Large"}]}"""))
                .expect(200);
        register(
                3, "free", Map.of("name", "Grace", "nation", "US", "age", 9, "meals", List.of("supper"), "shirt", "l"));
        signIn();
    }

    @Test
    void everybodyIsShownWithTheFeeByItsName() {
        var page = open(LIST, 200);

        assertThat(names(page)).containsExactly("Grace", "Emmy", "Ada");
        assertThat(page.body()).contains("3 delegates").contains("Fee free").contains("Germany");
    }

    @Test
    void answersOfAnyVersionOfTheFormFilter() {
        assertThat(found("answer.diet", "contains", "NUTS")).containsExactly("Ada");
        assertThat(found("answer.shirt", "is", "l")).containsExactly("Grace");
        assertThat(found("answer.meals", "contains", "lunch")).containsExactly("Emmy");
        assertThat(found("answer.meals", "contains_not", "lunch")).containsExactly("Grace", "Ada");
        assertThat(found("answer.shirt", "answered", "")).containsExactly("Grace");
        assertThat(found("answer.shirt", "not_answered", "")).containsExactly("Emmy", "Ada");
        assertThat(found("answer.nation", "is_not", "DE")).containsExactly("Grace", "Ada");
        assertThat(found("origin", "is", "domestic")).containsExactly("Emmy");
        assertThat(found("fee", "is", "other")).containsExactly("Emmy");
        assertThat(found("name", "contains", "a%")).isEmpty();
    }

    @Test
    void whatTheirFeeLetsThemDoIsAColumnAndFilters() {
        owner.put(RegistrationFixture.PATH + "/fees/other", """
                {"key": "other", "name": "Fee other", "rights": ["speak", "attend"],
                 "prices": [{"amount": {"amount": "0.00", "currency": "EUR"}}], "tax_rate": 19}""").expect(200);

        assertThat(found("rights", "contains", "vote")).containsExactly("Grace", "Ada");
        assertThat(found("rights", "contains_not", "vote")).containsExactly("Emmy");
        assertThat(open(LIST + "?col=name&col=rights&sort=rights&lang=zh-CN", 200)
                        .body())
                .contains("发言; 出席", "表决; 发言; 出席");
        var emmy = owner.get(RegistrationFixture.PATH + "/delegates?q=emmy").expect(200);
        assertThat(emmy.json().at("/items/0/rights")).hasSize(2);
        assertThat(open(LIST + "/" + emmy.text("/items/0/id") + "?lang=en", 200).body())
                .contains("Speak")
                .doesNotContain(">Vote<");
    }

    @Test
    void numbersAndDatesFilterFromAndTo() {
        assertThat(names(open(LIST + "?" + condition(0, 0, "answer.age", "between", "10", "40"), 200)))
                .containsExactly("Ada");
        assertThat(names(open(LIST + "?" + condition(0, 0, "answer.age", "between", "", "40"), 200)))
                .containsExactly("Grace", "Ada");
        assertThat(names(open(LIST + "?" + condition(0, 0, "answer.born", "between", "1815-01-01", "1815-12-10"), 200)))
                .containsExactly("Ada");
        assertThat(names(open(LIST + "?" + condition(0, 0, "registered_at", "between", "2020-01-01", ""), 200)))
                .hasSize(3);
    }

    @Test
    void conditionsAndGroupsAreJoinedByAndOrByOr() {
        var ada = condition(0, 0, "name", "is", "ada", "");
        var emmy = condition(0, 1, "name", "is", "emmy", "");
        var free = condition(1, 0, "fee", "is", "free", "");

        assertThat(names(open(LIST + "?" + ada + "&" + emmy, 200))).isEmpty();
        assertThat(names(open(LIST + "?w.0.any=true&" + ada + "&" + emmy, 200))).containsExactly("Emmy", "Ada");
        assertThat(names(open(LIST + "?w.0.any=true&" + ada + "&" + emmy + "&" + free, 200)))
                .containsExactly("Ada");
        assertThat(names(open(LIST + "?any=true&w.0.any=true&" + ada + "&" + emmy + "&" + free, 200)))
                .hasSize(3);
    }

    @Test
    void aConditionThatMakesNoSenseIsNamedAndNobodyIsShownAsIfFound() {
        var page = open(LIST + "?" + condition(0, 0, "answer.age", "is", "old", ""), 422);

        assertThat(page.body()).contains("This is not a number.").contains("value=\"old\"");
        assertThat(names(page)).isEmpty();
        open(LIST + "?" + condition(0, 0, "answer.gone", "is", "x", ""), 422);
        open(LIST + "?" + condition(0, 0, "name'--", "is", "x", ""), 422);
        open(LIST + "?" + condition(0, 0, "registered_at", "is", "2027-02-30", ""), 422);
    }

    @Test
    void aListIsSortedByAnAnswerAndShowsTheColumnsChosen() {
        var page = open(LIST + "?col=answer.age&col=answer.meals&sort=answer.age&lang=zh-CN", 200);

        assertThat(names(page)).containsExactly("9", "36", "53");
        assertThat(page.body()).contains("用餐").contains("午餐; Supper");
        assertThat(names(open(LIST + "?col=name&sort=-answer.born", 200))).startsWith("Ada");
    }

    @Test
    void aPageStartsBehindTheLastRowOfTheOneBefore() {
        for (var i = 0; i < 52; i++) register(3, "free", Map.of("name", "Guest %02d".formatted(i), "age", i % 5));

        var first = open(LIST + "?sort=answer.age&" + condition(0, 0, "name", "contains", "guest", ""), 200);
        var next = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(first.body());
        assertThat(next.find()).isTrue();
        var second = open(next.group(1).replace("&amp;", "&"), 200);

        var all = new ArrayList<>(names(first));
        all.addAll(names(second));
        assertThat(names(first)).hasSize(50);
        assertThat(all).hasSize(52).doesNotHaveDuplicates();
    }

    @Test
    void theFileHasExactlyWhatTheViewShows() {
        register(3, "free", Map.of("name", "=HYPERLINK(\"http://evil\")", "age", -3));
        var columns = "&col=name&col=fee&col=answer.age&col=answer.meals&sort=name";

        var csv = open(LIST + "/export?as=csv" + columns, 200).body();
        var keys = open(LIST + "/export?as=csv&values=keys&" + condition(0, 0, "name", "is", "emmy", "") + columns, 200)
                .body();

        assertThat(csv.lines())
                .containsExactly(
                        "\uFEFF\"Name\",\"Fee\",\"Age\",\"Meals\"",
                        "\"'=HYPERLINK(\"\"http://evil\"\")\",\"Fee free\",\"-3\",\"\"",
                        "\"Ada\",\"Fee free\",\"36\",\"\"",
                        "\"Emmy\",\"Fee other\",\"53\",\"Lunch; Supper\"",
                        "\"Grace\",\"Fee free\",\"9\",\"Supper\"");
        assertThat(keys.lines())
                .containsExactly(
                        "\uFEFF\"name\",\"fee\",\"answer.age\",\"answer.meals\"",
                        "\"Emmy\",\"other\",\"53\",\"lunch; supper\"");
        assertThat(open(LIST + "/export?as=xlsx" + columns, 200).headers().firstValue("Content-Type"))
                .contains("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(open("/manage/audit", 200).body()).contains("delegates.exported");
    }

    private void register(int version, String fee, Map<String, Object> answers) {
        var delegate = new LinkedHashMap<String, Object>();
        delegate.put("fee", fee);
        delegate.put("answers", answers);
        delegate.put("form_version", version);
        anonymous(tenant)
                .post(
                        RegistrationFixture.PATH + "/orders",
                        Map.of(
                                "contact", Map.of("name", "Desk", "email", "desk@example.org", "country", "FR"),
                                "delegates", List.of(delegate),
                                "locale", "en"))
                .expect(201);
    }

    private Browser.View open(String path, int status) {
        var page = browser.open(
                "http://" + tenant.slug() + ".localhost:" + platform().port() + path);
        assertThat(page.status()).as(path).isEqualTo(status);
        return page;
    }

    private void signIn() {
        var email = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona Müller", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        browser.submit(open("/manage", 200), "/login", Map.of("email", email, "password", PASSWORD));
    }

    private List<String> found(String column, String test, String value) {
        return names(open(LIST + "?" + condition(0, 0, column, test, value, ""), 200));
    }

    private static List<String> names(Browser.View page) {
        return ROW_HEAD.matcher(page.body())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String condition(int group, int index, String column, String test, String value, String to) {
        var at = "w." + group + "." + index;
        return at + ".column=" + encoded(column) + "&" + at + ".test=" + test + "&" + at + ".value=" + encoded(value)
                + "&" + at + ".to=" + encoded(to);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
