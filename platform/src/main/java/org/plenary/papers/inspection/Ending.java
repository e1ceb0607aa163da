package org.plenary.papers.inspection;

import org.plenary.papers.inspection.pdf.PdfReport;

/** How the process ended that looked into a file. */
sealed interface Ending {
    /** It said what it found, and if it was asked to, made the copy or said why not. */
    record Read(PdfReport report) implements Ending {}

    /** It was stopped for taking too long. */
    record TooLong() implements Ending {}

    /** It was stopped for taking too much memory. */
    record TooLarge() implements Ending {}

    /** It was killed by somebody else, or could not be started: nothing is known of the file. @param code of its exit */
    record Died(int code) implements Ending {}
}
