package org.plenary.communication.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.jspecify.annotations.Nullable;

/**
 * Takes from a document that others have made what does not belong into a book: scripts, forms, attachments, and names, of which
 * several papers have the same. Links inside of it lead to their pages without names from then on.
 */
final class ForeignPdf {
    private static final List<String> LEFT_OUT = List.of(
            "OpenAction",
            "AA",
            "Names",
            "Dests",
            "AcroForm",
            "Outlines",
            "StructTreeRoot",
            "MarkInfo",
            "PageLabels",
            "Metadata",
            "OutputIntents",
            "Threads",
            "AF",
            "Collection",
            "Perms",
            "URI",
            "Extensions");
    private static final Set<String> HARMLESS = Set.of("URI", "GoTo");
    private static final Set<String> FOREIGN =
            Set.of("Widget", "FileAttachment", "Screen", "Movie", "Sound", "RichMedia", "3D");

    private ForeignPdf() {}

    static void tame(PDDocument document) throws IOException {
        var catalog = document.getDocumentCatalog();
        for (var page : document.getPages()) {
            var kept = new ArrayList<PDAnnotation>();
            for (var annotation : page.getAnnotations()) {
                if (FOREIGN.contains(String.valueOf(annotation.getSubtype()))) continue;
                if (annotation instanceof PDAnnotationLink link) point(link, catalog);
                annotation.getCOSObject().removeItem(COSName.getPDFName("AA"));
                if (isHarmless(annotation)) kept.add(annotation);
            }
            page.setAnnotations(kept);
            for (var name : List.of("AA", "StructParents", "B"))
                page.getCOSObject().removeItem(COSName.getPDFName(name));
        }
        for (var name : LEFT_OUT) catalog.getCOSObject().removeItem(COSName.getPDFName(name));
    }

    private static boolean isHarmless(PDAnnotation annotation) {
        var action = annotation.getCOSObject().getCOSDictionary(COSName.A);
        return action == null
                || HARMLESS.contains(action.getNameAsString(COSName.S))
                        && !action.containsKey(COSName.getPDFName("Next"));
    }

    private static void point(PDAnnotationLink link, PDDocumentCatalog catalog) {
        try {
            if (link.getAction() instanceof PDActionGoTo going) {
                var found = unnamed(going.getDestination(), catalog);
                if (found != null) going.setDestination(found);
            } else if (link.getAction() == null) {
                var found = unnamed(link.getDestination(), catalog);
                if (found != null) link.setDestination(found);
            }
        } catch (IOException e) {
            // it leads nowhere in the paper either
            link.setDestination(null);
        }
    }

    private static @Nullable PDDestination unnamed(@Nullable PDDestination destination, PDDocumentCatalog catalog)
            throws IOException {
        return destination instanceof PDNamedDestination named ? catalog.findNamedDestinationPage(named) : null;
    }
}
