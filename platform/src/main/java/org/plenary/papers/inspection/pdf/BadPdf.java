package org.plenary.papers.inspection.pdf;

import java.io.IOException;

/** A PDF that is none, or whose copy cannot be made. */
class BadPdf extends IOException {
    private static final long serialVersionUID = 1L;

    BadPdf(String message) {
        super(message);
    }
}
