package org.plenary.papers.exporting;

import java.util.Arrays;
import java.util.Locale;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Sheet;

/** What papers are written as. */
enum Format {
    CSV("text/csv;charset=UTF-8", "csv"),
    XLSX(Sheet.XLSX, "xlsx"),
    JSON("application/json", "json"),
    BIBTEX("application/x-bibtex;charset=UTF-8", "bib"),
    /** One file for each paper (ANSI/NISO Z39.96, JATS 1.3). */
    JATS("application/zip", "zip");

    private final String type;
    private final String ending;

    Format(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    String type() {
        return type;
    }

    String ending() {
        return ending;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem.InvalidInput at {@code /format} */
    static Format of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(code))
                .findFirst()
                .orElseThrow(
                        () -> new Problem.InvalidInput("/format", "choice", "One of csv, xlsx, json, bibtex, jats."));
    }
}
