package org.plenary.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Option;
import org.plenary.forms.FormDefinition.Section;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class FormRulesTests {
    private static final CurrencyUnit EUR = CurrencyUnit.EUR;

    @Test
    void aFormWithConditionsAndPricedOptionsIsFine() {
        var dinner = choice("dinner", option("yes", Money.parse("EUR 80.00"), 20), option("no", null, null));
        var diet = field("diet", FieldType.TEXT, Condition.in("dinner", List.of("yes")));

        assertThatCode(() -> FormRules.check(form(dinner, diet), EUR)).doesNotThrowAnyException();
    }

    @Test
    void aFormThatOnlyAsksHasNoPricesLimitsFilesOrPersonsAndNothingForStaffAlone() {
        var dinner = choice("dinner", option("yes", Money.parse("EUR 80.00"), 20));
        var file = field("cv", FieldType.FILE, null);
        var note = FieldChange.of(field("note", FieldType.TEXT, null))
                .staffOnly(true)
                .field();

        var problem =
                catchThrowableOfType(Problem.InvalidInput.class, () -> FormRules.check(form(dinner, file, note), null));

        assertThat(problem.violations())
                .allSatisfy(violation -> assertThat(violation.code()).isEqualTo("not_in_this_form"))
                .extracting("pointer")
                .containsExactly(
                        "/sections/0/fields/0/options/0/price",
                        "/sections/0/fields/0/options/0/capacity",
                        "/sections/0/fields/1/type",
                        "/sections/0/fields/2/staff_only");
    }

    @Test
    void keysAreUnique() {
        assertThat(violations(form(field("name", FieldType.TEXT, null), field("name", FieldType.TEXT, null))))
                .containsExactly("/sections/0/fields/1/key duplicate");
    }

    @Test
    void onlyChoicesHaveOptions() {
        var text = new Field("a", FieldType.TEXT, text(), null, null, null, List.of(option("x", null, null)), null);
        var choice = choice("b");

        assertThat(violations(form(text, choice)))
                .containsExactly("/sections/0/fields/0/options not_allowed", "/sections/0/fields/1/options required");
    }

    @Test
    void aConditionNamesAnyFieldThereIsAndAnswersItOffers() {
        var later = field("diet", FieldType.TEXT, Condition.in("dinner", List.of("yes")));
        var dinner = choice("dinner", option("yes", null, null));
        var wrong = field("wine", FieldType.TEXT, Condition.in("dinner", List.of("maybe")));
        var lost = field("lost", FieldType.TEXT, Condition.answered("nowhere", true));

        assertThat(violations(form(later, dinner, wrong, lost)))
                .containsExactly(
                        "/sections/0/fields/2/visible_if/in/0 not_offered",
                        "/sections/0/fields/3/visible_if/field unknown_field");
    }

    @Test
    void fieldsThatDependOnEachOtherAreRefusedAndNamed() {
        var a = field("a", FieldType.TEXT, Condition.answered("b", true));
        var b = field("b", FieldType.TEXT, Condition.not(Condition.all(List.of(Condition.answered("c", true)))));
        var c = field("c", FieldType.TEXT, Condition.any(List.of(Condition.answered("a", false))));

        var problem = catchThrowableOfType(Problem.InvalidInput.class, () -> FormRules.check(form(a, b, c), EUR));

        assertThat(problem.violations()).singleElement().satisfies(cycle -> {
            assertThat(cycle.pointer()).isEqualTo("/sections/0/fields/0/visible_if");
            assertThat(cycle.code()).isEqualTo("cycle");
            assertThat(cycle.detail()).isEqualTo("the fields a → b → c → a depend on each other");
        });
    }

    @Test
    void aSectionThatDependsOnAFieldWithinIsACycleToo() {
        var inside = field("inside", FieldType.TEXT, null);
        var section = new Section("main", text(), List.of(inside), null, List.of(), Condition.answered("inside", true));

        assertThat(violations(new FormDefinition(List.of(section)))).containsExactly("/sections/0/visible_if cycle");
    }

    @Test
    void aConditionHasOneShapeAndComparesWhatCanBeCompared() {
        var number = field("age", FieldType.NUMBER, null);
        var both = new Condition("age", List.of("1"), true, null, null, null, null, null, null);
        var none = new Condition(null, null, null, null, null, null, null, null, null);
        var text = Condition.atLeast("age", tools.jackson.databind.node.JsonNodeFactory.instance.stringNode("old"));

        assertThat(violations(form(
                        number,
                        field("b", FieldType.TEXT, both),
                        field("n", FieldType.TEXT, none),
                        field("t", FieldType.TEXT, text))))
                .containsExactly(
                        "/sections/0/fields/1/visible_if condition",
                        "/sections/0/fields/2/visible_if condition",
                        "/sections/0/fields/3/visible_if/at_least not_comparable");
    }

    @Test
    void aFieldHasOnlyTheSettingsOfItsType() {
        var passport = field("passport", FieldType.PASSPORT, null);
        var pattern = FieldChange.of("p", FieldType.TEXT, text()).pattern("(").field();
        var range = FieldChange.of("r", FieldType.DATE, text())
                .range(new FormDefinition.Range("2027-05-02", "2027-05-01"))
                .field();
        var picks = FieldChange.of(choice("c", option("x", null, null)))
                .picks(new FormDefinition.Picks(1, 1))
                .field();

        assertThat(violations(form(passport, pattern, range, picks)))
                .containsExactly(
                        "/sections/0/fields/0/personal retention_required",
                        "/sections/0/fields/1/pattern regex",
                        "/sections/0/fields/2/range/to not_after",
                        "/sections/0/fields/3/picks not_allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"academic", "visa", "short", "paper"})
    void everyPresetKeepsTheRules(String name) throws Exception {
        var mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        try (var file = FormRules.class.getResourceAsStream("/forms/presets/" + name + ".json")) {
            var form = mapper.readValue(file, FormDefinition.class);

            assertThatCode(() -> FormRules.check(form, EUR)).doesNotThrowAnyException();
            assertThat(mapper.readValue(mapper.writeValueAsString(form), FormDefinition.class))
                    .isEqualTo(form);
        }
    }

    @Test
    void pricesAreInTheConferencesCurrencyAndNotNegative() {
        var field = choice(
                "dinner",
                option("usd", Money.parse("USD 5.00"), null),
                option("negative", Money.parse("EUR -5.00"), null),
                option("crowd", null, -1));

        assertThat(violations(form(field)))
                .containsExactly(
                        "/sections/0/fields/0/options/0/price/currency currency",
                        "/sections/0/fields/0/options/1/price/amount range",
                        "/sections/0/fields/0/options/2/capacity number_range");
    }

    private static List<String> violations(FormDefinition form) {
        var problem = catchThrowableOfType(Problem.InvalidInput.class, () -> FormRules.check(form, EUR));
        return problem.violations().stream()
                .map(v -> v.pointer() + " " + v.code())
                .toList();
    }

    private static FormDefinition form(Field... fields) {
        return new FormDefinition(List.of(new Section("main", text(), List.of(fields))));
    }

    private static Field field(String key, FieldType type, @Nullable Condition condition) {
        return new Field(key, type, text(), null, null, null, List.of(), condition);
    }

    private static Field choice(String key, Option... options) {
        return new Field(key, FieldType.CHOICE, text(), null, null, null, List.of(options), null);
    }

    private static Option option(String key, @Nullable Money price, @Nullable Integer capacity) {
        return new Option(key, text(), price, capacity);
    }

    private static LocalizedText text() {
        return LocalizedText.of("Text");
    }
}
