package org.plenary.papers.inspection.pdf;

import java.util.List;

/** What stands on the pages of a PDF, cut so that it never is large; empty for one that could not be read. */
public record PdfText(List<String> pages) {
    static final PdfText NONE = new PdfText(List.of());
}
