package org.plenary.fulltext;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.plenary.fulltext.FoundKind.Answer;
import org.plenary.fulltext.FoundKind.Asked;
import org.plenary.fulltext.FoundKind.Shown;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks words up in the database: each of them is to be somewhere in a text. Parts of statements name {@code :conferences}, {@code
 * :patterns} for {@code lower(...) LIKE ALL (ARRAY[:patterns])}, and {@code :typed}, which is in lower case.
 *
 * @param found tables and the condition, from {@code FROM} on
 * @param columns that a row is made of
 * @param order with an order that is the same each time
 */
public record Contained(String found, String columns, String order) {
    /** Counting ends here. */
    private static final int MOST = 1000;

    private static final int WORDS = 8;

    /** Those that are shown, and how many there are. */
    public Answer answer(JdbcClient jdbc, Asked asked, RowMapper<Shown> shown) {
        var patterns = patterns(asked.text());
        var total = jdbc.sql("SELECT count(*) FROM (SELECT 1 " + found + " LIMIT " + MOST + ") AS found")
                .param("conferences", asked.ids())
                .param("patterns", patterns)
                .query((row, n) -> row.getLong(1))
                .single();
        if (total == 0 || asked.limit() == 0) return new Answer(List.of(), total);
        var rows = jdbc.sql("SELECT " + columns + " " + found + " ORDER BY " + order + " LIMIT :limit OFFSET :from")
                .param("conferences", asked.ids())
                .param("patterns", patterns)
                .param("typed", asked.text().strip().toLowerCase(Locale.ROOT))
                .param("limit", asked.limit())
                .param("from", asked.from())
                .query(shown)
                .list();
        return new Answer(rows, total);
    }

    /** Never empty. */
    static List<String> patterns(String text) {
        return Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .limit(WORDS)
                .map(word ->
                        "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toList();
    }
}
