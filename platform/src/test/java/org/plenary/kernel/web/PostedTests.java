package org.plenary.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.Problem;

class PostedTests {
    @Test
    void anAmountThatCouldNotBeReadBackIsRefused() {
        var form = Posted.empty().set("most", "999999999999.99").set("more", "1000000000000");

        assertThat(form.money("most", CurrencyUnit.EUR)).isEqualTo(Money.parse("EUR 999999999999.99"));
        form.throwIfWrong();
        assertThat(form.money("more", CurrencyUnit.EUR)).isNull();
        assertThatThrownBy(form::throwIfWrong)
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        refused -> assertThat(refused.violations())
                                .extracting(each -> each.pointer() + " " + each.code())
                                .containsExactly("/more range"));
    }
}
