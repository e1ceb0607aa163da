package org.plenary.papers.inspection;

import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.plenary.kernel.Problem;
import org.plenary.papers.inspection.pdf.PdfReport;
import org.springframework.stereotype.Component;

/** Counts the pages of a PDF that somebody sends, by the process that nothing hostile gets out of. */
@Component
public class PageCounting {
    private final InspectionProcess process;

    PageCounting(InspectionProcess process) {
        this.process = process;
    }

    /** A file that is no PDF, is damaged or locked by a password, or takes more time or memory than any paper does. */
    public static final class Unreadable extends Exception {
        Unreadable() {
            super("this PDF cannot be read", null, true, false);
        }
    }

    /** Takes about half a second, and its turn among others on this node. @throws Problem.Unavailable when this node is ended meanwhile */
    public int pages(InputStream pdf) throws Unreadable {
        var ending = new AtomicReference<Ending>();
        try {
            process.inTurn(() -> ending.set(process.look(pdf, false, (how, _) -> how)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem.Unavailable("reading_files", "This file cannot be looked into now.");
        }
        if (ending.get() instanceof Ending.Read(PdfReport report)
                && report.state() == PdfReport.State.READ
                && report.pages() > 0) return report.pages();
        throw new Unreadable();
    }
}
