package org.plenary.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plenary.fulltext.FullText.Order;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;

class CursorTests {
    private static final UUID ID = UUID.fromString("0198f0b0-0000-7000-8000-000000000001");

    /** What web servers and proxies take as a request's first line and headers together, commonly. */
    private static final int HEADERS = 8 * 1024;

    @Test
    void itIsTheSameAfterWritingAndReading() {
        for (var cursor : List.of(
                new Cursor(new Cursor.Score(12.345678), ID, List.of(), null),
                new Cursor(new Cursor.Key("软体机器人 hands"), ID, List.of(UUID.randomUUID()), null),
                new Cursor(new Cursor.Key(""), ID, List.of(), "46ToAwMDaWR5BXV1aWQy_4="),
                new Cursor(new Cursor.Key(null), ID, List.of(), null),
                new Cursor(new Cursor.Score(0), ID, List.of(UUID.randomUUID(), UUID.randomUUID()), null),
                new Cursor(new Cursor.Score(1), ID, List.of(UUID.randomUUID()), "46ToAwMDaWR5BXV1aWQy_4=")))
            assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
    }

    @Test
    void theLargestFitsIntoAnAddress() {
        var first = Stream.generate(UUID::randomUUID).limit(Page.MAXIMUM_LIMIT).toList();

        assertThat(new Cursor(new Cursor.Key("体".repeat(100)), ID, first, "x".repeat(500)).toString())
                .hasSizeLessThan(HEADERS * 3 / 4);
    }

    @Test
    void whatIsNoneOfOursIsRefused() {
        for (var text : List.of(
                "",
                "???",
                "abc",
                bytes(Double.NaN, 0, ""),
                bytes(Double.POSITIVE_INFINITY, 0, ""),
                bytes(1, -1, ""),
                bytes(1, 3, ""),
                bytes(1, 0, "a b")))
            assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOf(Problem.InvalidInput.class);
    }

    @Test
    void oneOfAnotherOrderIsRefused() {
        var scored = new Cursor(new Cursor.Score(1), ID, List.of(), null);
        var keyed = new Cursor(new Cursor.Key("a"), ID, List.of(), null);

        assertThatThrownBy(() -> scored.sortValues(new Order.By("by_title", false)))
                .isInstanceOf(Problem.InvalidInput.class);
        for (var order : List.of(Order.RELEVANCE, Order.NEWEST))
            assertThatThrownBy(() -> keyed.sortValues(order)).isInstanceOf(Problem.InvalidInput.class);
    }

    private static String bytes(double score, int shown, String snapshot) {
        var bytes = ByteBuffer.allocate(Double.BYTES + 16 + Short.BYTES + snapshot.length())
                .putDouble(score)
                .putLong(1)
                .putLong(2)
                .putShort((short) shown)
                .put(snapshot.getBytes());
        return Base64.getUrlEncoder().encodeToString(bytes.array());
    }
}
