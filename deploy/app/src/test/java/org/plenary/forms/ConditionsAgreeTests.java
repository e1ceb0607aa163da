package org.plenary.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Section;
import org.plenary.kernel.LocalizedText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The server and the browser show the same fields: random forms with random answers, each judged by Java and by the script. */
class ConditionsAgreeTests {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final List<String> KEYS = List.of("a", "b", "c", "d", "e", "f", "g");
    private static final List<String> TEXTS = List.of(
            "x", "y", "true", "false", "5", "5.0", "-0", "10", "2027-05-14", "14:30", "é", "\uD83D\uDE00", "\uFF5E");
    private static final List<FieldType> TYPES = List.of(
            FieldType.TEXT,
            FieldType.NUMBER,
            FieldType.DATE,
            FieldType.CHOICE,
            FieldType.MULTIPLE_CHOICE,
            FieldType.YES_NO,
            FieldType.CONSENT,
            FieldType.ACCOMPANYING_PERSONS,
            FieldType.MEAL_AND_DIET);

    record Case(
            FormDefinition form,
            Map<String, JsonNode> answers,
            @Nullable Set<String> groups) {}

    /** Hundreds of forms are not written into a failure's report; the cases that differ are in its message. */
    record Cases(List<Case> list) {
        @Override
        public String toString() {
            return list.size() + " cases";
        }
    }

    /** What a browser is given, and what the server says of it. */
    record Judged(
            LiveForm form,
            Map<String, JsonNode> answers,
            @Nullable Set<String> groups,
            Shown shown) {}

    record Shown(List<String> sections, List<String> fields) {}

    @Property(tries = 3, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void theServerAndTheBrowserShowTheSameFields(@ForAll("cases") Cases cases) throws IOException {
        var judged = cases.list().stream().map(ConditionsAgreeTests::judge).toList();

        var different = inTheBrowser(judged);

        assertThat(different).isEqualTo("[]");
        assertThat(judged.stream()
                        .map(j -> j.shown().fields().size())
                        .distinct()
                        .count())
                .as("cases that differ in what they show")
                .isGreaterThan(3);
    }

    private static Judged judge(Case given) {
        var visibility = Visibility.of(given.form(), given.answers(), given.groups(), false);
        return new Judged(
                LiveForm.of(given.form()),
                given.answers(),
                given.groups(),
                new Shown(visibility.shownSections(), visibility.shownFields()));
    }

    /** All cases in one visit: those in which the script shows something else. */
    private static String inTheBrowser(List<Judged> judged) throws IOException {
        String script;
        try (var file = ConditionsAgreeTests.class.getResourceAsStream("/static/js/form-conditions.js")) {
            assertThat(file).isNotNull();
            script = Base64.getEncoder().encodeToString(file.readAllBytes());
        }
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run"));
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright.chromium().launch(options)) {
            var page = browser.newPage();
            var cases = new String(MAPPER.writeValueAsBytes(judged), StandardCharsets.UTF_8);
            return (String) page.evaluate("""
                    async ([script, cases]) => {
                        const { shown } = await import("data:text/javascript;base64," + script);
                        const different = JSON.parse(cases).filter(one => {
                            const said = shown(one.form, one.answers, one.groups ?? null);
                            return JSON.stringify([said.sections, said.fields])
                                !== JSON.stringify([one.shown.sections, one.shown.fields]);
                        });
                        return JSON.stringify(different.slice(0, 3));
                    }""", List.of(script, cases));
        }
    }

    @Provide
    Arbitrary<Cases> cases() {
        var answers = Arbitraries.maps(Arbitraries.of(KEYS), answer()).ofMaxSize(7);
        var groups = Arbitraries.of("full", "student", "vip")
                .set()
                .ofMinSize(1)
                .ofMaxSize(2)
                .injectNull(0.3);
        return Combinators.combine(form(), answers, groups)
                .as(Case::new)
                .list()
                .ofSize(400)
                .map(Cases::new);
    }

    private static Arbitrary<FormDefinition> form() {
        var fields = Combinators.combine(
                        Arbitraries.of(TYPES).list().ofSize(KEYS.size()),
                        condition(3).injectNull(0.4).list().ofSize(KEYS.size()),
                        Arbitraries.of(true, false, false, false, false, false)
                                .list()
                                .ofSize(KEYS.size()))
                .as(ConditionsAgreeTests::fields);
        var categories = Arbitraries.of("full", "student", "vip")
                .list()
                .ofMaxSize(2)
                .list()
                .ofSize(2);
        var conditions = condition(2).injectNull(0.5).list().ofSize(2);
        return Combinators.combine(
                        fields, categories, conditions, Arbitraries.integers().between(0, KEYS.size()))
                .as((all, kept, visible, cut) -> new FormDefinition(List.of(
                        section("one", all.subList(0, cut), kept.get(0), visible.get(0)),
                        section("two", all.subList(cut, all.size()), kept.get(1), visible.get(1)))));
    }

    private static List<Field> fields(
            List<FieldType> types, List<@Nullable Condition> conditions, List<Boolean> staffOnly) {
        var fields = new ArrayList<Field>();
        for (var i = 0; i < KEYS.size(); i++)
            fields.add(FieldChange.of(KEYS.get(i), types.get(i), LocalizedText.of(KEYS.get(i)))
                    .visibleIf(conditions.get(i))
                    .staffOnly(staffOnly.get(i) ? true : null)
                    .field());
        return fields;
    }

    private static Section section(
            String key, List<Field> fields, List<String> categories, @Nullable Condition condition) {
        return new Section(key, LocalizedText.of(key), fields, null, categories, condition);
    }

    private static Arbitrary<Condition> condition(int depth) {
        var key = Arbitraries.of("a", "b", "c", "d", "e", "f", "g", "nowhere");
        var value = scalar();
        var leaf = Arbitraries.oneOf(
                Combinators.combine(
                                key, Arbitraries.of(TEXTS).list().ofMinSize(1).ofMaxSize(3))
                        .as(Condition::in),
                Combinators.combine(key, Arbitraries.of(true, false)).as(Condition::answered),
                Combinators.combine(key, value).as(Condition::is),
                Combinators.combine(key, value).as(Condition::atLeast),
                Combinators.combine(key, value).as(Condition::atMost));
        if (depth == 0) return leaf;
        var within = condition(depth - 1);
        var several = within.list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(
                leaf,
                leaf,
                several.map(Condition::all),
                several.map(Condition::any),
                within.map(inner -> Condition.not(inner)));
    }

    private static Arbitrary<JsonNode> scalar() {
        return Arbitraries.oneOf(
                Arbitraries.of(TEXTS).map(JSON::stringNode),
                Arbitraries.of(0, 1, 2, 5, 10, -3).map(JSON::numberNode),
                Arbitraries.of(5.0, 0.1, 1e300, -0.0).map(JSON::numberNode),
                Arbitraries.of(true, false).map(JSON::booleanNode));
    }

    private static Arbitrary<JsonNode> answer() {
        var blank = Arbitraries.of("", " ", "\u3000", "\u00a0\t", "\ufeff", "\u200b")
                .map(JSON::stringNode);
        var list = scalar().list().ofMaxSize(3).map(values -> {
            var array = JSON.arrayNode();
            values.forEach(array::add);
            return array;
        });
        var meal = Combinators.combine(Arbitraries.of(TEXTS), Arbitraries.of("", "nuts"))
                .as((picked, note) -> JSON.objectNode().put("meal", picked).put("note", note));
        return Arbitraries.oneOf(
                scalar().map(node -> node),
                scalar().map(node -> node),
                blank.map(node -> node),
                list.map(node -> node),
                meal.map(node -> node),
                Arbitraries.of(true).map(any -> JSON.objectNode().put("note", " ")),
                Arbitraries.of(true).map(any -> JSON.nullNode()));
    }
}
