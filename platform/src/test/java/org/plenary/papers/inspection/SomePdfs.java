package org.plenary.papers.inspection;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;

/** PDFs as people and as ill-wishers make them. */
final class SomePdfs {
    private static final byte[] SPACES = new byte[1024 * 1024];

    static {
        Arrays.fill(SPACES, (byte) ' ');
    }

    private SomePdfs() {}

    /** Pages of A4 with a line each, in a font that is inside. */
    static byte[] ofPages(int pages, String text) throws IOException {
        try (var document = new PDDocument()) {
            PDFont font;
            try (var in = PDDocument.class.getResourceAsStream(
                    "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
                font = PDType0Font.load(document, in);
            }
            for (var i = 0; i < pages; i++) line(document, font, text);
            return saved(document);
        }
    }

    /** With the author's name in every place where programs leave one, and none on the page. */
    static byte[] signedEverywhere(String name) throws IOException {
        try (var document = new PDDocument()) {
            var page = line(document, new PDType1Font(Standard14Fonts.FontName.HELVETICA), "A paper by nobody at all");
            document.getDocumentInformation().setAuthor(name);
            document.getDocumentInformation().setCustomMetadataValue("Company", name);
            var catalog = document.getDocumentCatalog();
            catalog.setMetadata(metadata(document, name));
            page.setMetadata(metadata(document, name));
            catalog.setOpenAction(new PDActionJavaScript("app.alert('" + name + "')"));
            piece(page.getCOSObject(), name);
            var note = new PDAnnotationText();
            note.setTitlePopup(name);
            note.setContents("Written by " + name);
            note.setRectangle(new PDRectangle(10, 10, 20, 20));
            page.getAnnotations().add(note);
            page.setAnnotations(List.of(note));
            attach(document, name);
            var picture = PDImageXObject.createFromByteArray(document, photographBy(name), "photo");
            picture.getCOSObject().setString("PTEX.FileName", "/home/" + name + "/figure.pdf");
            try (var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
                content.drawImage(picture, 50, 50);
            }
            return saved(document);
        }
    }

    static byte[] withPassword() throws IOException {
        try (var document = new PDDocument()) {
            line(document, new PDType1Font(Standard14Fonts.FontName.HELVETICA), "Locked away from everybody");
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return saved(document);
        }
    }

    /** Small, and a gigabyte once it is unpacked: what the objects of the document are packed in. */
    static byte[] bombOfObjects() throws IOException {
        return raw(Map.of(
                1, ascii("<</Type/Catalog/Pages 2 0 R>>"),
                5,
                        stream(
                                "/Type/ObjStm/N 1/First 4/Filter/FlateDecode",
                                "2 0 <</Type/Pages/Kids[3 0 R]/Count 1>>",
                                1024)));
    }

    static byte[] bombOfMetadata() throws IOException {
        return raw(Map.of(
                1, ascii("<</Type/Catalog/Pages 2 0 R/Metadata 5 0 R>>"),
                2, ascii("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
                3, ascii("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"),
                5, stream("/Type/Metadata/Filter/FlateDecode", "", 1024)));
    }

    static byte[] pagesInACircle() throws IOException {
        return raw(Map.of(
                1, ascii("<</Type/Catalog/Pages 2 0 R>>"),
                2, ascii("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
                3, ascii("<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>")));
    }

    static byte[] pagesFarDown(int depth) throws IOException {
        var objects = new java.util.TreeMap<Integer, byte[]>();
        objects.put(1, ascii("<</Type/Catalog/Pages 2 0 R>>"));
        for (var i = 2; i < depth; i++) objects.put(i, ascii("<</Type/Pages/Count 1/Kids[" + (i + 1) + " 0 R]>>"));
        objects.put(depth, ascii("<</Type/Page/MediaBox[0 0 595 842]>>"));
        return raw(objects);
    }

    static byte[] bracketsInBrackets(int depth) throws IOException {
        return raw(Map.of(1, ascii("<</Type/Catalog/Pages " + "[".repeat(depth) + "]".repeat(depth) + ">>")));
    }

    /** The page draws itself, three times in each time. */
    static byte[] pageThatDrawsItself() throws IOException {
        return raw(Map.of(
                1, ascii("<</Type/Catalog/Pages 2 0 R>>"),
                2, ascii("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
                3,
                        ascii(
                                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"),
                4, stream("/Filter/FlateDecode", "/X Do", 0),
                5,
                        stream(
                                "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Filter/FlateDecode",
                                "/X Do /X Do /X Do",
                                0)));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static PDPage line(PDDocument document, PDFont font, String text) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(font, 11);
            content.newLineAtOffset(70, 700);
            content.showText(text);
            content.endText();
        }
        return page;
    }

    private static PDMetadata metadata(PDDocument document, String name) throws IOException {
        return new PDMetadata(
                document,
                new ByteArrayInputStream(
                        ("<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:creator>" + name + "</dc:creator></x:xmpmeta>")
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private static void piece(COSDictionary page, String name) {
        var own = new COSDictionary();
        own.setString("Private", name);
        var pieces = new COSDictionary();
        pieces.setItem("Illustrator", own);
        page.setItem(COSName.getPDFName("PieceInfo"), pieces);
    }

    private static void attach(PDDocument document, String name) throws IOException {
        var file = new PDComplexFileSpecification();
        file.setFile(name + ".txt");
        file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(ascii(name))));
        var files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(name, file));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }

    private static byte[] photographBy(String name) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        var plain = out.toByteArray();
        var comment = ascii("made by " + name);
        var signed = new ByteArrayOutputStream();
        signed.write(plain, 0, 2);
        signed.write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (comment.length + 2)});
        signed.write(comment);
        signed.write(plain, 2, plain.length - 2);
        return signed.toByteArray();
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static byte[] stream(String dictionary, String begin, int megabytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            out.write(ascii(begin));
            for (var i = 0; i < megabytes; i++) out.write(SPACES);
        }
        var whole = new ByteArrayOutputStream();
        whole.write(ascii("<<" + dictionary + "/Length " + packed.size() + ">>\nstream\n"));
        packed.writeTo(whole);
        whole.write(ascii("\nendstream"));
        return whole.toByteArray();
    }

    /** Without a table of its objects, so that a reader looks for them. */
    private static byte[] raw(Map<Integer, byte[]> objects) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(ascii("%PDF-1.7\n"));
        for (var object : objects.entrySet()) {
            out.write(ascii(object.getKey() + " 0 obj\n"));
            out.write(object.getValue());
            out.write(ascii("\nendobj\n"));
        }
        out.write(ascii("trailer\n<</Root 1 0 R/Size " + (objects.size() + 5) + ">>\nstartxref\n0\n%%EOF\n"));
        return out.toByteArray();
    }
}
