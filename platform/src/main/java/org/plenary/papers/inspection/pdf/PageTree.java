package org.plenary.papers.inspection.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** The pages of a document in their order, found without recursion and without believing what the tree says about itself. */
final class PageTree {
    /** Of which a paper never has so many. */
    static final int MOST = 20_000;

    private PageTree() {}

    /** A page with what it inherits. */
    record Page(
            COSDictionary dictionary,
            @Nullable COSBase resources,
            @Nullable COSBase box,
            @Nullable COSBase rotation) {}

    /** @throws BadPdf when the tree leads back to itself or to nothing */
    static List<Page> pages(COSDictionary catalog) throws BadPdf {
        if (!(catalog.getDictionaryObject(COSName.PAGES) instanceof COSDictionary root))
            throw new BadPdf("there is no page tree");
        var pages = new ArrayList<Page>();
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var waiting = new ArrayDeque<Page>();
        waiting.push(new Page(root, null, null, null));
        while (!waiting.isEmpty() && pages.size() < MOST) {
            var node = waiting.pop();
            var here = inherited(node);
            if (!(node.dictionary().getDictionaryObject(COSName.KIDS) instanceof COSArray kids)) {
                pages.add(here);
                continue;
            }
            if (!seen.add(node.dictionary())) throw new BadPdf("the page tree leads back to itself");
            for (var i = kids.size() - 1; i >= 0; i--)
                if (kids.getObject(i) instanceof COSDictionary kid)
                    waiting.push(new Page(kid, here.resources(), here.box(), here.rotation()));
        }
        if (pages.isEmpty()) throw new BadPdf("there are no pages");
        return pages;
    }

    private static Page inherited(Page node) {
        var own = node.dictionary();
        return new Page(
                own,
                or(own.getDictionaryObject(COSName.RESOURCES), node.resources()),
                or(own.getDictionaryObject(COSName.MEDIA_BOX), node.box()),
                or(own.getDictionaryObject(COSName.ROTATE), node.rotation()));
    }

    private static @Nullable COSBase or(@Nullable COSBase own, @Nullable COSBase otherwise) {
        return own == null ? otherwise : own;
    }
}
