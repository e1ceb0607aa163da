package org.plenary.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.springframework.context.support.StaticMessageSource;

class PageErrorsTests {
    private final StaticMessageSource messages = new StaticMessageSource();
    private final PageErrors errors = new PageErrors(messages);

    @Test
    void aDayInAnErrorIsWrittenAsPeopleWriteIt() {
        messages.addMessage("violation.not_offered", Locale.ENGLISH, "Not offered for {0}.");
        messages.addMessage("violation.not_offered", Locale.SIMPLIFIED_CHINESE, "{0}不可预订。");
        var problem = new Problem.InvalidInput(List.of(new Violation(
                "/check_out", "not_offered", "Not offered.", Map.of("night", LocalDate.of(2027, 5, 15)))));

        assertThat(errors.of(problem, Locale.ENGLISH)).containsEntry("check_out", "Not offered for 15 May 2027.");
        assertThat(errors.of(problem, Locale.SIMPLIFIED_CHINESE)).containsEntry("check_out", "2027年5月15日不可预订。");
    }

    @Test
    void whatNoMessageKnowsIsSaidAsItIsToldToPrograms() {
        assertThat(errors.message(new Violation("/x", "rare", "This is rare."), Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("This is rare.");
    }
}
