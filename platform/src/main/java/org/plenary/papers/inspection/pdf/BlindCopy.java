package org.plenary.papers.inspection.pdf;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Writes a document anew without all that says who made it: properties, XMP, what programs keep for themselves, files, scripts, notes,
 * forms, earlier versions, and metadata of pictures. What is on its pages stays.
 */
final class BlindCopy {
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final COSName ANNOTATION = COSName.getPDFName("Annot");

    /** Of the catalog; anything else goes. */
    private static final Set<String> CATALOG = Set.of(
            "Type",
            "Version",
            "Extensions",
            "Pages",
            "PageLabels",
            "Dests",
            "Names",
            "Outlines",
            "PageMode",
            "PageLayout",
            "ViewerPreferences",
            "MarkInfo",
            "StructTreeRoot",
            "Lang",
            "OutputIntents",
            "OCProperties");

    /** Of a link; other notes on a page name who made them, and go. */
    private static final Set<String> LINK = Set.of(
            "Type", "Subtype", "Rect", "Border", "BS", "C", "H", "Dest", "A", "QuadPoints", "P", "StructParent", "F");

    private static final Set<String> NOWHERE = Set.of(
            "Metadata",
            "PieceInfo",
            "LastModified",
            "AA",
            "AF",
            "EF",
            "JS",
            "JavaScript",
            "EmbeddedFiles",
            "Thumb",
            "CreatorInfo",
            "OPI");

    private static final Set<String> ACTIONS = Set.of("GoTo", "URI", "Named");

    private BlindCopy() {}

    /** @throws IOException when it cannot be made, or has something in it that must not be there */
    static void write(PDDocument document, Path copy) throws IOException {
        var trailer = document.getDocument().getTrailer();
        document.setAllSecurityToBeRemoved(true);
        for (var key : List.copyOf(trailer.keySet())) if (!COSName.ROOT.equals(key)) trailer.removeItem(key);
        clean(trailer);
        try (var out = new Limited(Files.newOutputStream(copy))) {
            document.save(out);
        }
        check(copy.toFile());
    }

    private static void clean(COSDictionary trailer) throws IOException {
        keepOnly(catalog(trailer), CATALOG);
        EveryObject.below(trailer, dictionary -> {
            for (var key : List.copyOf(dictionary.keySet())) if (isHidden(dictionary, key)) dictionary.removeItem(key);
            if (dictionary.getDictionaryObject(COSName.ANNOTS) instanceof COSArray notes) links(notes);
            if (isNote(dictionary)) note(dictionary);
            if (dictionary instanceof COSStream stream) picture(stream);
        });
    }

    private static COSDictionary catalog(COSDictionary trailer) throws BadPdf {
        if (trailer.getDictionaryObject(COSName.ROOT) instanceof COSDictionary catalog) return catalog;
        throw new BadPdf("there is no catalog");
    }

    /** Some programs write paths and other documents' properties into the parts that they take in, pdfTeX as {@code PTEX.…}. */
    private static boolean isHidden(COSDictionary dictionary, COSName key) {
        var name = key.getName();
        if (NOWHERE.contains(name) || name.startsWith("PTEX.") || name.startsWith("ADBE_")) return true;
        return (name.equals("A") || name.equals("PA") || name.equals("Next") || name.equals("OpenAction"))
                && dictionary.getDictionaryObject(key) instanceof COSDictionary action
                && action.getDictionaryObject(COSName.S) instanceof COSName kind
                && !ACTIONS.contains(kind.getName());
    }

    private static void links(COSArray notes) {
        Set<COSBase> links = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var i = notes.size() - 1; i >= 0; i--) {
            if (!(notes.getObject(i) instanceof COSDictionary note)) notes.remove(i);
            else if (!COSName.LINK.equals(note.getCOSName(COSName.SUBTYPE))) {
                // the tree of the document's structure may lead to it still
                note.clear();
                notes.remove(i);
            } else if (links.add(note)) keepOnly(note, LINK);
        }
    }

    private static boolean isNote(COSDictionary dictionary) {
        return ANNOTATION.equals(dictionary.getDictionaryObject(COSName.TYPE));
    }

    private static void note(COSDictionary note) {
        if (COSName.LINK.equals(note.getCOSName(COSName.SUBTYPE))) keepOnly(note, LINK);
        else note.clear();
    }

    private static void keepOnly(COSDictionary dictionary, Set<String> keys) {
        for (var key : List.copyOf(dictionary.keySet())) if (!keys.contains(key.getName())) dictionary.removeItem(key);
    }

    private static void picture(COSStream stream) throws IOException {
        var filters = stream.getDictionaryObject(COSName.FILTER);
        var last = filters instanceof COSArray several && several.size() > 0
                ? several.getObject(several.size() - 1)
                : filters;
        var isJpeg = COSName.DCT_DECODE.equals(last) || COSName.DCT_DECODE_ABBREVIATION.equals(last);
        if (!isJpeg && !COSName.JPX_DECODE.equals(last)) return;
        byte[] content;
        try (var in = new PDStream(stream)
                .createInputStream(List.of(
                        COSName.DCT_DECODE.getName(),
                        COSName.DCT_DECODE_ABBREVIATION.getName(),
                        COSName.JPX_DECODE.getName()))) {
            content = in.readAllBytes();
        }
        var cleaned = isJpeg ? ImageMetadata.withoutIn(content) : ImageMetadata.withoutInJpeg2000(content);
        if (filters instanceof COSArray) {
            stream.setItem(COSName.FILTER, last);
            if (stream.getDictionaryObject(COSName.DECODE_PARMS) instanceof COSArray parameters) {
                var own = parameters.size() > 0 ? parameters.getObject(parameters.size() - 1) : null;
                if (own instanceof COSDictionary) stream.setItem(COSName.DECODE_PARMS, own);
                else stream.removeItem(COSName.DECODE_PARMS);
            }
        }
        try (var out = stream.createRawOutputStream()) {
            out.write(cleaned);
        }
    }

    /** Reads what was written as a reviewer's program does, and believes that alone. */
    private static void check(File copy) throws IOException {
        try (var document = Loader.loadPDF(copy, IOUtils.createMemoryOnlyStreamCache())) {
            var trailer = document.getDocument().getTrailer();
            if (trailer.getDictionaryObject(COSName.INFO) instanceof COSDictionary info && info.size() > 0)
                throw new BadPdf("properties are left");
            for (var key : catalog(trailer).keySet())
                if (!CATALOG.contains(key.getName())) throw new BadPdf("the catalog still has " + key.getName());
            EveryObject.below(trailer, dictionary -> {
                for (var key : dictionary.keySet())
                    if (isHidden(dictionary, key)) throw new BadPdf("there still is " + key.getName());
            });
            PageTree.pages(catalog(trailer));
        }
    }

    /** A small file may say that much is to be written. */
    private static final class Limited extends OutputStream {
        private final OutputStream out;
        private long left = MOST_BYTES;

        Limited(OutputStream out) {
            this.out = new java.io.BufferedOutputStream(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            left -= length;
            if (left < 0) throw new BadPdf("the copy is too large");
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
