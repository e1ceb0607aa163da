package org.plenary.communication.document;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

/** Writes into the margins of pages, as their readers hold them: a page may be turned. */
record PageStamp(PDDocument document, PDFont font) {
    private static final Color QUIET = new Color(0x303a48);
    private static final float NUMBER = 9;
    private static final float HEAD = 7.5f;
    private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;
    private static final float FROM_EDGE = 9 * POINTS_PER_MILLIMETRE;
    private static final float THOUSAND = 1000;
    private static final int RIGHT_ANGLE = 90;

    /** In the middle below. */
    void number(PDPage page, String text) throws IOException {
        write(page, text, NUMBER, false);
    }

    /** In the middle above. */
    void head(PDPage page, String text) throws IOException {
        write(page, text, HEAD, true);
    }

    private void write(PDPage page, String text, float size, boolean isAbove) throws IOException {
        var written = writable(text);
        var width = font.getStringWidth(written) / THOUSAND * size;
        try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            content.beginText();
            content.setFont(font, size);
            content.setNonStrokingColor(QUIET);
            content.setTextMatrix(place(page, width, size, isAbove));
            content.showText(written);
            content.endText();
        }
    }

    private static Matrix place(PDPage page, float width, float size, boolean isAbove) {
        var box = page.getCropBox();
        var turned = Math.floorMod(page.getRotation(), 4 * RIGHT_ANGLE) / RIGHT_ANGLE;
        var isLying = turned % 2 == 1;
        var across = isLying ? box.getHeight() : box.getWidth();
        var high = isLying ? box.getWidth() : box.getHeight();
        var x = (across - width) / 2;
        var y = isAbove ? high - FROM_EDGE + size / 2 : FROM_EDGE - size / 2;
        var left = box.getLowerLeftX();
        var low = box.getLowerLeftY();
        return switch (turned) {
            case 1 -> Matrix.getRotateInstance(Math.PI / 2, left + box.getWidth() - y, low + x);
            case 2 -> Matrix.getRotateInstance(Math.PI, left + box.getWidth() - x, low + box.getHeight() - y);
            case 3 -> Matrix.getRotateInstance(-Math.PI / 2, left + y, low + box.getHeight() - x);
            default -> Matrix.getTranslateInstance(left + x, low + y);
        };
    }

    /** Without what the font does not have. */
    private String writable(String text) {
        var kept = new StringBuilder();
        text.codePoints().mapToObj(Character::toString).forEach(each -> {
            try {
                font.encode(each);
                kept.append(each);
            } catch (IOException | IllegalArgumentException e) {
                kept.append(' ');
            }
        });
        return kept.toString();
    }
}
