package org.plenary.papers.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plenary.kernel.Violation;
import org.plenary.kernel.web.PageErrors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is wrong with the rows of an import, in the reader's language. */
@Component
class WrongRows {
    private final MessageSource messages;
    private final PageErrors errors;

    WrongRows(MessageSource messages, PageErrors errors) {
        this.messages = messages;
        this.errors = errors;
    }

    /**
     * @param row counted from one
     * @param member as the file names it, {@code authors › 1 › country}; empty for the row as a whole
     */
    record Wrong(int row, String member, String problem) {}

    List<Wrong> of(ImportJob job, Locale locale) {
        return job.badRows().stream()
                .flatMap(row -> row.errors().stream()
                        .map(error -> new Wrong(row.row(), member(error.pointer()), problem(error, locale))))
                .toList();
    }

    /** The first part of the pointer is the row; what is counted is counted from one, as people do. */
    private static String member(String pointer) {
        return Arrays.stream(pointer.split("/"))
                .skip(2)
                .map(part -> part.matches("\\d{1,6}") ? String.valueOf(Integer.parseInt(part) + 1) : part)
                .collect(Collectors.joining(" › "));
    }

    /** Where a message is written for fields of a form, imports have their own. */
    private String problem(Violation error, Locale locale) {
        var own = messages.getMessage("papers.import.wrong-" + error.code().replace('_', '-'), null, null, locale);
        return own == null ? errors.message(error, locale) : own;
    }
}
