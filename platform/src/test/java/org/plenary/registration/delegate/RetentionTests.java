package org.plenary.registration.delegate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenary.forms.FieldType;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Personal;
import org.plenary.kernel.LocalizedText;

class RetentionTests {
    private static final LocalDate END = LocalDate.of(2027, 5, 12);

    @Test
    void anAnswerIsKeptOnItsLastDayAndErasedTheDayAfter() {
        var diet = field(3);

        assertThat(Retention.isOver(diet, form(diet), END, LocalDate.of(2027, 8, 12)))
                .isFalse();
        assertThat(Retention.isOver(diet, form(diet), END, LocalDate.of(2027, 8, 13)))
                .isTrue();
    }

    @Test
    void aNewerVersionShortensTheTimeAndNeverLengthensIt() {
        var later = END.plusMonths(2);

        assertThat(Retention.isOver(field(6), form(field(1)), END, later)).isTrue();
        assertThat(Retention.isOver(field(1), form(field(6)), END, later)).isTrue();
        assertThat(Retention.isOver(field(6), FormDefinition.EMPTY, END, later)).isFalse();
    }

    @Test
    void withoutATimeAnAnswerStaysWithTheConference() {
        assertThat(Retention.isOver(field(null), form(field(null)), END, END.plusYears(50)))
                .isFalse();
    }

    private static FormDefinition form(Field field) {
        return new FormDefinition(List.of(new FormDefinition.Section("s", LocalizedText.of("S"), List.of(field))));
    }

    private static Field field(@Nullable Integer months) {
        return new Field(
                "diet",
                FieldType.TEXT,
                LocalizedText.of("Diet"),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Personal(months),
                null,
                null);
    }
}
