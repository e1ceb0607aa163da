package org.plenary.papers.inspection;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.inspection.pdf.PdfReport;

/**
 * What a conference asks of its papers' PDFs.
 *
 * @param mostPages null for as many as authors like
 * @param paper the size of the pages
 * @param fontsInside whether all fonts must be inside the file
 * @param megabytes at most
 * @param refuses whether a file that keeps them not must be replaced by the deadline; else the authors are told and no more
 */
record FileRules(@Nullable Integer mostPages, PaperSize paper, boolean fontsInside, int megabytes, boolean refuses) {

    /** Before the chairs have said anything: proceedings need the fonts, printers one of the two sizes; nobody is refused for it. */
    static final FileRules FIRST = new FileRules(null, PaperSize.EITHER, true, 30, false);

    static final int MEGABYTE = 1024 * 1024;

    /** Sizes in points of 1/72 inch: ISO 216 A4, and US letter. */
    enum PaperSize {
        A4(Set.of(List.of(595, 842))),
        LETTER(Set.of(List.of(612, 792))),
        EITHER(Set.of(List.of(595, 842), List.of(612, 792))),
        ANY(Set.of());

        /** Programs round differently. */
        private static final int TOLERANCE = 4;

        private final Set<List<Integer>> sizes;

        PaperSize(Set<List<Integer>> sizes) {
            this.sizes = sizes;
        }

        /** A page that lies on its side is as good. */
        boolean fits(PdfReport.Size size) {
            return this == ANY
                    || sizes.stream()
                            .anyMatch(one -> isNear(size.width(), size.height(), one)
                                    || isNear(size.height(), size.width(), one));
        }

        private static boolean isNear(int width, int height, List<Integer> size) {
            return Math.abs(width - size.getFirst()) <= TOLERANCE && Math.abs(height - size.getLast()) <= TOLERANCE;
        }
    }
}
