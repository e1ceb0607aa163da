package org.plenary.papers.inspection;

import java.util.List;
import org.plenary.papers.inspection.pdf.PdfReport;

/**
 * What was found out about a paper's PDF, as it is kept. It says where an author stands and not what: no name and no text of the file is
 * in it.
 *
 * @param bytes of the file
 * @param locked whether it is encrypted, and opens without a password
 * @param fonts names of those that are not inside the file
 * @param properties names of those that are filled, such as {@code Author}
 * @param found where authors stand in it
 */
record FileFacts(
        State state,
        long bytes,
        int pages,
        List<PdfReport.Size> sizes,
        boolean locked,
        List<String> fonts,
        boolean hasText,
        List<String> properties,
        boolean script,
        boolean attachments,
        List<AuthorFound> found) {

    /** Whether it could be looked into. */
    enum State {
        READ,
        NO_PDF,
        CUT_OFF,
        BROKEN,
        PASSWORD,
        TOO_LONG,
        TOO_LARGE,
        /** Looking into it failed, by no fault of the file that is known. */
        UNKNOWN
    }

    static FileFacts unread(State state, long bytes) {
        return new FileFacts(state, bytes, 0, List.of(), false, List.of(), false, List.of(), false, false, List.of());
    }

    static FileFacts of(PdfReport report, long bytes, List<AuthorFound> found) {
        return new FileFacts(
                switch (report.state()) {
                    case READ -> State.READ;
                    case NO_PDF -> State.NO_PDF;
                    case CUT_OFF -> State.CUT_OFF;
                    case BROKEN -> State.BROKEN;
                    case PASSWORD -> State.PASSWORD;
                },
                bytes,
                report.pages(),
                report.sizes(),
                report.locked(),
                report.fonts(),
                report.hasText(),
                report.properties().stream().map(PdfReport.Property::name).toList(),
                report.script(),
                report.attachments(),
                found);
    }
}
