package org.plenary.papers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;

/** PDFs that authors hand in, and a look into those that others get. */
final class PaperPdf {
    private PaperPdf() {}

    /** One page of A4 with these lines. */
    static byte[] of(String... lines) {
        return made(1, "", lines);
    }

    /** With the author in its properties and its XMP, and not on the page. */
    static byte[] signed(String title, String author) {
        return made(1, author, title, "Nobody says who wrote this.");
    }

    static byte[] ofPages(int pages) {
        return made(pages, "", "A page like the others.");
    }

    /** A page that draws itself three times in each time: nobody sees its end. */
    static byte[] endless() {
        var draws = "/X Do /X Do /X Do";
        return ("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                        + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>\n"
                        + "endobj\n4 0 obj\n<</Length 5>>\nstream\n/X Do\nendstream\nendobj\n5 0 obj\n<</Type/XObject/Subtype/Form"
                        + "/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length " + draws.length() + ">>\nstream\n"
                        + draws
                        + "\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 6>>\nstartxref\n0\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A page with this line, of Chinese characters: the font says which each of its signs is. */
    static byte[] inChinese(String line) {
        var codes = new StringBuilder();
        var meant = new StringBuilder();
        for (var i = 0; i < line.length(); i++) {
            codes.append("%02X".formatted(33 + i));
            meant.append("<%02X> <%04X>\n".formatted(33 + i, (int) line.charAt(i)));
        }
        var map =
                "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Ours def\n/CMapType 2 def\n"
                        + "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n%d beginbfchar\n%sendbfchar\nendcmap\nend\nend"
                                .formatted(line.length(), meant);
        var page = "BT /F 12 Tf 72 700 Td <" + codes + "> Tj ET";
        return ("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                        + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>\n"
                        + "endobj\n4 0 obj\n<</Length " + page.length() + ">>\nstream\n" + page
                        + "\nendstream\nendobj\n5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>\nendobj\n"
                        + "6 0 obj\n<</Length " + map.length() + ">>\nstream\n" + map
                        + "\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 7>>\nstartxref\n0\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The same file, which asks for a password. */
    static byte[] locked(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            document.protect(new StandardProtectionPolicy("owner", "a secret", new AccessPermission()));
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a name stands in any object of the file but on its pages. */
    static List<String> namesIn(byte[] pdf, String name) {
        var found = new ArrayList<String>();
        if (new String(pdf, StandardCharsets.ISO_8859_1).contains(name)) found.add("plain");
        try (var document = Loader.loadPDF(pdf)) {
            var objects = document.getDocument();
            look(objects.getTrailer().getCOSDictionary(org.apache.pdfbox.cos.COSName.INFO), name, found);
            for (var key : objects.getXrefTable().keySet())
                if (objects.getObjectFromPool(key).getObject() instanceof COSDictionary dictionary)
                    look(dictionary, name, found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static void look(COSDictionary dictionary, String name, List<String> found) throws IOException {
        if (dictionary == null) return;
        for (var entry : dictionary.entrySet())
            if (entry.getValue() instanceof COSString text && text.getString().contains(name))
                found.add(entry.getKey().getName());
        if (dictionary instanceof COSStream stream)
            try (var in = stream.createInputStream()) {
                if (new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(name)) found.add("stream");
            }
    }

    private static byte[] made(int pages, String author, String... lines) {
        try (var document = new PDDocument();
                var liberation = PDDocument.class.getResourceAsStream(
                        "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            var font = PDType0Font.load(document, liberation);
            for (var i = 0; i < pages; i++) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 12);
                    content.setLeading(18);
                    content.newLineAtOffset(72, 740);
                    for (var line : lines) {
                        content.showText(line);
                        content.newLine();
                    }
                    content.endText();
                }
            }
            if (!author.isEmpty()) {
                document.getDocumentInformation().setAuthor(author);
                document.getDocumentCatalog()
                        .setMetadata(new PDMetadata(
                                document,
                                new ByteArrayInputStream(
                                        ("<dc:creator>" + author + "</dc:creator>").getBytes(StandardCharsets.UTF_8))));
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
