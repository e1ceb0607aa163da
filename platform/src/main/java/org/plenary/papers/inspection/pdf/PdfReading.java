package org.plenary.papers.inspection.pdf;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The program of the process that reads what stands in one PDF: {@code <pdf> <text.json>}. The text is there whole or not at all. */
public final class PdfReading {
    private static final int MOST_PAGES = 300;

    /** Of all pages: a hundred thousand words, more than any paper has. */
    private static final int MOST = 600_000;

    private PdfReading() {}

    public static void main(String[] given) throws IOException {
        PdfInspection.begin();
        PdfInspection.keep(read(new File(given[0])), Path.of(given[1]));
    }

    private static PdfText read(File file) throws IOException {
        if (PdfInspection.outside(file) != PdfReport.State.READ) return PdfText.NONE;
        try (var document = Loader.loadPDF(file, IOUtils.createMemoryOnlyStreamCache())) {
            return text(document);
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            return PdfText.NONE;
        }
    }

    private static PdfText text(PDDocument document) throws IOException {
        if (!(document.getDocument().getTrailer().getDictionaryObject(COSName.ROOT) instanceof COSDictionary root))
            return PdfText.NONE;
        var texts = new ArrayList<String>();
        var left = MOST;
        for (var page : PageTree.pages(root)) {
            if (texts.size() == MOST_PAGES || left == 0) break;
            var text = PdfLook.text(page);
            texts.add(text.length() <= left ? text : text.substring(0, left));
            left -= texts.getLast().length();
        }
        return new PdfText(texts);
    }
}
