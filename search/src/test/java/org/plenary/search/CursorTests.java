package org.plenary.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.Problem;

class CursorTests {
    @Test
    void itIsTheSameAfterWritingAndReading() {
        var cursor = new Cursor(12.345678, UUID.fromString("0198f0b0-0000-7000-8000-000000000001"));

        assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
    }

    @Test
    void whatIsNoneOfOursIsRefused() {
        for (var text :
                new String[] {"", "???", "abc", encoded("NaN 0198f0b0-0000-7000-8000-000000000001"), encoded("1.0 x")})
            assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOf(Problem.InvalidInput.class);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes());
    }
}
