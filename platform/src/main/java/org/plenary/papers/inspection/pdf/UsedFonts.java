package org.plenary.papers.inspection.pdf;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** Finds the fonts of pages that are not inside the file: another computer shows another one in their place. */
final class UsedFonts {
    private static final int MOST = 20;
    private static final int LONGEST = 80;
    private static final COSName CHARACTERS = COSName.getPDFName("CharProcs");

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ArrayDeque<COSDictionary> waiting = new ArrayDeque<>();
    private final Set<String> missing = new TreeSet<>();

    private UsedFonts() {}

    static Collection<String> missingIn(Collection<PageTree.Page> pages) {
        var fonts = new UsedFonts();
        for (var page : pages) fonts.later(page.resources());
        while (!fonts.waiting.isEmpty()) fonts.look(fonts.waiting.pop());
        return fonts.missing;
    }

    private void later(@Nullable COSBase resources) {
        if (resources instanceof COSDictionary dictionary && seen.add(dictionary)) waiting.push(dictionary);
    }

    private void look(COSDictionary resources) {
        if (resources.getDictionaryObject(COSName.FONT) instanceof COSDictionary fonts)
            for (var name : fonts.keySet())
                if (fonts.getDictionaryObject(name) instanceof COSDictionary font && seen.add(font)) font(font);
        for (var kind : new COSName[] {COSName.XOBJECT, COSName.PATTERN})
            if (resources.getDictionaryObject(kind) instanceof COSDictionary drawings)
                for (var name : drawings.keySet())
                    if (drawings.getDictionaryObject(name) instanceof COSDictionary drawing)
                        later(drawing.getDictionaryObject(COSName.RESOURCES));
    }

    private void font(COSDictionary font) {
        if (COSName.TYPE3.equals(font.getCOSName(COSName.SUBTYPE)) || font.containsKey(CHARACTERS)) {
            later(font.getDictionaryObject(COSName.RESOURCES));
            return;
        }
        var real = font;
        if (font.getDictionaryObject(COSName.DESCENDANT_FONTS) instanceof COSArray descendants
                && descendants.size() > 0
                && descendants.getObject(0) instanceof COSDictionary descendant) real = descendant;
        if (!isInside(real.getDictionaryObject(COSName.FONT_DESC)) && missing.size() < MOST) missing.add(name(font));
    }

    private static boolean isInside(@Nullable COSBase descriptor) {
        return descriptor instanceof COSDictionary found
                && (found.containsKey(COSName.FONT_FILE)
                        || found.containsKey(COSName.FONT_FILE2)
                        || found.containsKey(COSName.FONT_FILE3));
    }

    /** Without the six letters before the name of a part of a font. */
    private static String name(COSDictionary font) {
        var name = font.getCOSName(COSName.BASE_FONT);
        var text = name == null ? "?" : name.getName().replaceFirst("^[A-Z]{6}\\+", "");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
