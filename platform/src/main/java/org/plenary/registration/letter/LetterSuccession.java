package org.plenary.registration.letter;

import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.SeriesOfNumbers;
import org.plenary.tenancy.Successor;
import org.springframework.stereotype.Component;

/** No number of a letter is given twice. */
@Component
record LetterSuccession(SeriesOfNumbers series) implements Successor {
    @Override
    public void follow(@Nullable String before, String restored) {
        series.goOn("letter_series", before, restored);
    }
}
