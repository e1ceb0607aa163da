package org.plenary.papers.inspection.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/** Finds out about a document that could be opened. */
final class PdfLook {
    private static final int MOST_SIZES = 8;
    private static final int MOST_PROPERTIES = 40;
    private static final int MOST_LINKS = 300;
    private static final int PROPERTY = 2_000;
    private static final int XMP = 64 * 1024;
    private static final int PAGE = 20_000;

    /** Of a page with fewer signs it is said that it has no text: a scan has a page number at most. */
    private static final int LEAST_TEXT = 20;

    /** How many of the first pages are looked at for any text. */
    private static final int FIRST = 5;

    /** How many of the first pages have their text reported. */
    private static final int TITLE_PAGES = 2;

    private static final COSName SCRIPT = COSName.getPDFName("JavaScript");

    private final PDDocument document;
    private final COSDictionary catalog;
    private final List<PageTree.Page> pages;
    private final Set<String> links = new LinkedHashSet<>();
    private boolean script;
    private boolean attachments;

    private PdfLook(PDDocument document) throws IOException {
        this.document = document;
        if (!(document.getDocument().getTrailer().getDictionaryObject(COSName.ROOT) instanceof COSDictionary root))
            throw new BadPdf("there is no catalog");
        this.catalog = root;
        this.pages = PageTree.pages(root);
    }

    static PdfReport into(PDDocument document) throws IOException {
        var look = new PdfLook(document);
        var texts = look.texts();
        EveryObject.below(document.getDocument().getTrailer(), look::object);
        return new PdfReport(
                PdfReport.State.READ,
                look.pages.size(),
                look.sizes(),
                document.isEncrypted(),
                List.copyOf(UsedFonts.missingIn(look.pages)),
                texts.stream().anyMatch(text -> text.text().strip().length() >= LEAST_TEXT),
                look.properties(),
                look.script,
                look.attachments,
                List.copyOf(look.links),
                texts.stream()
                        .filter(text -> text.page() <= TITLE_PAGES || text.page() == look.pages.size())
                        .toList(),
                PdfReport.Copy.NONE);
    }

    private void object(COSDictionary dictionary) {
        if (SCRIPT.equals(dictionary.getDictionaryObject(COSName.S))) script = true;
        if (dictionary.containsKey(COSName.EF)) attachments = true;
        if (links.size() < MOST_LINKS && dictionary.getDictionaryObject(COSName.URI) instanceof COSString address)
            links.add(cut(address.getString(), PROPERTY));
    }

    private List<PdfReport.Size> sizes() {
        var counts = new HashMap<List<Integer>, Integer>();
        for (var page : pages) counts.merge(size(page), 1, Integer::sum);
        return counts.entrySet().stream()
                .map(size -> new PdfReport.Size(
                        size.getKey().getFirst(), size.getKey().getLast(), size.getValue()))
                .sorted(Comparator.comparingInt(PdfReport.Size::pages).reversed())
                .limit(MOST_SIZES)
                .toList();
    }

    private static List<Integer> size(PageTree.Page page) {
        if (!(page.box() instanceof COSArray box) || box.size() < 4) return List.of(0, 0);
        var corners = new float[4];
        for (var i = 0; i < 4; i++) corners[i] = box.getObject(i) instanceof COSNumber number ? number.floatValue() : 0;
        var width = Math.round(Math.abs(corners[2] - corners[0]));
        var height = Math.round(Math.abs(corners[3] - corners[1]));
        var turned = page.rotation() instanceof COSNumber rotation && Math.floorMod(rotation.intValue(), 180) == 90;
        return turned ? List.of(height, width) : List.of(width, height);
    }

    private List<PdfReport.Property> properties() {
        var found = new ArrayList<PdfReport.Property>();
        if (document.getDocument().getTrailer().getDictionaryObject(COSName.INFO) instanceof COSDictionary info)
            for (var key : info.keySet())
                if (found.size() < MOST_PROPERTIES
                        && info.getDictionaryObject(key) instanceof COSString text
                        && !text.getString().isBlank())
                    found.add(new PdfReport.Property(cut(key.getName(), 60), cut(text.getString(), PROPERTY)));
        if (catalog.getDictionaryObject(COSName.METADATA) instanceof COSStream stream)
            found.add(new PdfReport.Property("XMP", xmp(stream)));
        return found;
    }

    private static String xmp(COSStream stream) {
        try (var in = stream.createInputStream()) {
            return new String(in.readNBytes(XMP), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private List<PdfReport.PageText> texts() {
        var texts = new ArrayList<PdfReport.PageText>();
        for (var i = 0; i < pages.size(); i++)
            if (i < FIRST || i == pages.size() - 1) texts.add(new PdfReport.PageText(i + 1, text(pages.get(i))));
        return texts;
    }

    /** Of one page, put into a document of its own: the way there through the tree may be long. */
    static String text(PageTree.Page page) {
        try (var alone = new PDDocument()) {
            var copy = new COSDictionary(page.dictionary());
            copy.removeItem(COSName.PARENT);
            put(copy, COSName.RESOURCES, page.resources());
            put(copy, COSName.MEDIA_BOX, page.box());
            put(copy, COSName.ROTATE, page.rotation());
            alone.addPage(new PDPage(copy));
            return cut(new PDFTextStripper().getText(alone), PAGE);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return "";
        }
    }

    private static void put(COSDictionary page, COSName key, @Nullable COSBase value) {
        if (value != null) page.setItem(key, value);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
