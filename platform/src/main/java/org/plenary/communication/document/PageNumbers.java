package org.plenary.communication.document;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Numbers the pages of a document below their right edge, where the frame of all documents has the number too. */
final class PageNumbers {
    private static final Color QUIET = new Color(0x56606e);
    private static final float SIZE = 8;
    private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;
    private static final float FROM_EDGE = 14 * POINTS_PER_MILLIMETRE;
    private static final float FROM_BOTTOM = 8 * POINTS_PER_MILLIMETRE;
    private static final float THOUSAND = 1000;

    private PageNumbers() {}

    static byte[] on(byte[] pdf, TrueTypeFont read) throws IOException {
        var out = new ByteArrayOutputStream(pdf.length);
        try (var document = Loader.loadPDF(pdf)) {
            var font = PDType0Font.load(document, read, true);
            var count = document.getNumberOfPages();
            var number = 1;
            for (var page : document.getPages()) write(document, page, number++ + " / " + count, font);
            document.save(out);
        }
        return out.toByteArray();
    }

    private static void write(PDDocument document, PDPage page, String text, PDFont font) throws IOException {
        var width = font.getStringWidth(text) / THOUSAND * SIZE;
        var box = page.getMediaBox();
        try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            content.beginText();
            content.setFont(font, SIZE);
            content.setNonStrokingColor(QUIET);
            content.newLineAtOffset(box.getUpperRightX() - FROM_EDGE - width, box.getLowerLeftY() + FROM_BOTTOM);
            content.showText(text);
            content.endText();
        }
    }
}
