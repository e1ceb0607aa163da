package org.plenary.papers.inspection;

import java.util.List;
import java.util.stream.Collectors;
import org.plenary.papers.inspection.FileRules.PaperSize;
import org.plenary.papers.inspection.pdf.PdfReport;

/** Names the sizes of pages as people do. */
final class PageSizes {
    private static final double MILLIMETRES_PER_POINT = 25.4 / 72;

    private PageSizes() {}

    /** Such as {@code A4, 150 × 220 mm}; the names are the same in all languages. */
    static String of(List<PdfReport.Size> sizes) {
        return sizes.stream().map(PageSizes::name).distinct().collect(Collectors.joining(", "));
    }

    private static String name(PdfReport.Size size) {
        if (PaperSize.A4.fits(size)) return "A4";
        if (PaperSize.LETTER.fits(size)) return "Letter";
        return millimetres(size.width()) + " × " + millimetres(size.height()) + " mm";
    }

    private static long millimetres(int points) {
        return Math.round(points * MILLIMETRES_PER_POINT);
    }
}
