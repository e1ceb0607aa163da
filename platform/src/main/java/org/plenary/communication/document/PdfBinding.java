package org.plenary.communication.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.Bindery.Binding;
import org.plenary.communication.Bindery.Unreadable;

/** The document that a volume becomes. Its streams lie in a temporary file, and it is written without more copies of them. */
final class PdfBinding implements Binding {
    /** Where a bookmark leads, as long as the pages are not all there. */
    private static final COSName PAGE = COSName.getPDFName("PlenaryPage");

    private final PDDocument volume = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
    private final PDFMergerUtility merging = new PDFMergerUtility();
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private final PageStamp stamp;
    private final TrueTypeFont font;
    private final String title;
    private final String head;
    private PDOutlineNode bookmarks = outline;
    private int front;

    PdfBinding(TrueTypeFont font, String title, String head) throws IOException {
        this.font = font;
        this.stamp = new PageStamp(volume, PDType0Font.load(volume, font, true));
        this.title = title;
        this.head = head;
    }

    @Override
    public void front(byte[] pdf, @Nullable String bookmark) throws IOException {
        var before = volume.getNumberOfPages();
        try (var document = Loader.loadPDF(pdf)) {
            append(document);
        }
        front = volume.getNumberOfPages();
        // the first page of all is the cover, which is counted and not numbered
        for (var i = Math.max(before, 1); i < front; i++) stamp.number(volume.getPage(i), Roman.of(i + 1));
        if (bookmark != null) mark(bookmark, before);
    }

    @Override
    public void part(@Nullable String bookmark) {
        bookmarks = outline;
        if (bookmark != null) bookmarks = mark(bookmark, volume.getNumberOfPages());
    }

    @Override
    public int body(InputStream pdf, String bookmark) throws Unreadable, IOException {
        var before = volume.getNumberOfPages();
        var count = PdfBindery.read(pdf, document -> {
            var pages = PdfBindery.counted(document);
            ForeignPdf.tame(document);
            append(document);
            if (volume.getNumberOfPages() != before + pages) throw new IOException("pages were lost");
            return pages;
        });
        for (var i = before; i < before + count; i++) {
            var page = volume.getPage(i);
            stamp.number(page, String.valueOf(i - front + 1));
            if (!head.isBlank()) stamp.head(page, head);
        }
        mark(bookmark, before);
        return count;
    }

    @Override
    public void save(Path file) throws IOException {
        finishBookmarks();
        var labels = new PDPageLabels(volume);
        if (front > 0) labels.setLabelItem(0, range(PDPageLabelRange.STYLE_ROMAN_LOWER));
        labels.setLabelItem(front, range(PDPageLabelRange.STYLE_DECIMAL));
        var catalog = volume.getDocumentCatalog();
        catalog.setPageLabels(labels);
        catalog.setDocumentOutline(outline);
        catalog.setPageMode(PageMode.USE_OUTLINES);
        var about = new PDDocumentInformation();
        about.setTitle(title);
        about.setProducer("Plenary");
        volume.setDocumentInformation(about);
        volume.save(file.toFile(), CompressParameters.NO_COMPRESSION);
    }

    @Override
    public void close() throws IOException {
        volume.close();
        font.close();
    }

    private void append(PDDocument document) throws IOException {
        document.setDocumentInformation(new PDDocumentInformation());
        merging.appendDocument(volume, document);
    }

    /** Its page may not be there yet: a part begins with the paper that comes next. */
    private PDOutlineItem mark(String bookmark, int page) {
        var item = new PDOutlineItem();
        item.setTitle(bookmark);
        item.getCOSObject().setInt(PAGE, page);
        bookmarks.addLast(item);
        return item;
    }

    private void finishBookmarks() {
        for (var item : outline.children()) finish(item);
    }

    private void finish(PDOutlineItem item) {
        var page = item.getCOSObject().getInt(PAGE);
        item.getCOSObject().removeItem(PAGE);
        if (page >= 0 && page < volume.getNumberOfPages()) {
            var destination = new PDPageFitDestination();
            destination.setPage(volume.getPage(page));
            item.setDestination(destination);
        }
        for (var below : item.children()) finish(below);
    }

    private static PDPageLabelRange range(String style) {
        var range = new PDPageLabelRange();
        range.setStyle(style);
        range.setStart(1);
        return range;
    }
}
