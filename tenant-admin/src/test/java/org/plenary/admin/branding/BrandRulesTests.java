package org.plenary.admin.branding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.Branding;

class BrandRulesTests {
    @Test
    void textThatCannotBeReadOnThePrimaryColourIsRefused() {
        var violations = variables(Map.of("--brand-on-primary", "#5577cc"), "#1f5fbf");

        assertThat(violations.list())
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/v/--brand-on-primary", "contrast"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"color", "--", "--A", "--a;b", "--tblr-primary", "--bs-blue", "--brand-primary", "--x}y"})
    void onlyOwnNamesAreAllowed(String name) {
        assertThat(variables(Map.of(name, "#112233"), "#1f5fbf").list())
                .extracting(Violation::code)
                .containsExactly("css_name");
    }

    @Test
    void aStyleSheetHoldsOnlyWhatIsAColour() {
        var sheet = BrandSheet.of(new Branding("#ffd500", null, Map.of("--ground", "#fff}body{display:none")));

        assertThat(sheet).isEqualTo(":root {\n    --brand-primary: #ffd500;\n    --brand-on-primary: #000000;\n}\n");
    }

    private static Violations variables(Map<String, String> variables, String primary) {
        var violations = new Violations();
        BrandRules.checkVariables(violations, "/v", variables, primary);
        return violations;
    }
}
