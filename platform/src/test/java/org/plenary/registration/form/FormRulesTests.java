package org.plenary.registration.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.registration.form.FormDefinition.Field;
import org.plenary.registration.form.FormDefinition.Option;
import org.plenary.registration.form.FormDefinition.Section;
import org.plenary.registration.form.FormDefinition.VisibleIf;

class FormRulesTests {
    private static final CurrencyUnit EUR = CurrencyUnit.EUR;

    @Test
    void aFormWithConditionsAndPricedOptionsIsFine() {
        var dinner = choice("dinner", option("yes", Money.parse("EUR 80.00"), 20), option("no", null, null));
        var diet = field("diet", FieldType.TEXT, new VisibleIf("dinner", List.of("yes")));

        assertThatCode(() -> FormRules.check(form(dinner, diet), EUR)).doesNotThrowAnyException();
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
    void aConditionNamesAnEarlierFieldAndAnswersItOffers() {
        var later = field("diet", FieldType.TEXT, new VisibleIf("dinner", List.of("yes")));
        var dinner = choice("dinner", option("yes", null, null));
        var wrong = field("wine", FieldType.TEXT, new VisibleIf("dinner", List.of("maybe")));

        assertThat(violations(form(later, dinner, wrong)))
                .containsExactly(
                        "/sections/0/fields/0/visible_if/field not_earlier",
                        "/sections/0/fields/2/visible_if/in/0 not_offered");
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
                        "/sections/0/fields/0/options/2/capacity range");
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

    private static Field field(String key, FieldType type, @Nullable VisibleIf condition) {
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
