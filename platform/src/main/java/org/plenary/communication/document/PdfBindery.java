package org.plenary.communication.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.plenary.communication.Bindery;
import org.springframework.stereotype.Component;

/** Binds with PDFBox, by way of temporary files. */
@Component
class PdfBindery implements Bindery {
    private static final String FONT = "fonts/NotoSansSC-Regular.ttf";
    /** What says that it has more is damaged, or meant to keep us busy. */
    private static final int MOST_PAGES = 5_000;

    @Override
    public Binding begin(String title, String head) throws IOException {
        return new PdfBinding(new ReadFonts(FONT).take(), title, head);
    }

    /** What is done with a document that others have made. */
    interface Reading {
        int of(PDDocument document) throws IOException;
    }

    /** Whatever goes wrong with a document from outside is its own fault: readers of damaged files fail in many ways. */
    static int read(InputStream pdf, Reading reading) throws Unreadable, IOException {
        var file = Files.createTempFile("plenary-pdf-", ".pdf");
        try {
            Files.copy(pdf, file, StandardCopyOption.REPLACE_EXISTING);
            return read(file, reading);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static int read(Path file, Reading reading) throws Unreadable {
        try (var document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            return reading.of(document);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Unreadable(e);
        }
    }

    /** Counted page by page, for a document may say anything about itself. */
    static int counted(PDDocument document) throws IOException {
        var count = 0;
        for (var page : document.getPages()) {
            if (page.getMediaBox().getWidth() <= 0 || ++count > MOST_PAGES)
                throw new IOException("these pages cannot be bound");
        }
        if (count == 0) throw new IOException("there are no pages");
        return count;
    }
}
