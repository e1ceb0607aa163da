package org.plenary.kernel.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.CsvCell;
import org.springframework.http.HttpHeaders;

/** Writes a long list as CSV, part by part, so that it never is in the memory as a whole. */
public final class CsvAnswer {
    /** How many rows a part has; one of fewer is the last. */
    public static final int ROWS_AT_ONCE = 1000;

    private CsvAnswer() {}

    /** @param part the rows after this one, {@link #ROWS_AT_ONCE} at most; null for the first ones */
    public static <T> void write(
            HttpServletResponse response,
            String name,
            List<String> columns,
            Function<@Nullable UUID, List<T>> part,
            Function<T, UUID> id,
            Function<T, List<String>> cells)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var out = response.getOutputStream();
        out.write(CsvCell.line(columns).getBytes(StandardCharsets.UTF_8));
        @Nullable UUID before = null;
        List<T> rows;
        do {
            rows = part.apply(before);
            for (var row : rows) out.write(CsvCell.line(cells.apply(row)).getBytes(StandardCharsets.UTF_8));
            if (!rows.isEmpty()) before = id.apply(rows.getLast());
        } while (rows.size() == ROWS_AT_ONCE);
    }
}
