package org.plenary.papers.inspection.pdf;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObject;
import org.jspecify.annotations.Nullable;

/** Goes through all that can be reached from a dictionary, once each, without recursion. */
final class EveryObject {
    private EveryObject() {}

    @FunctionalInterface
    interface Visitor {
        /** What it takes out of the dictionary is not gone through. */
        void visit(COSDictionary dictionary) throws java.io.IOException;
    }

    static void below(COSDictionary root, Visitor visitor) throws java.io.IOException {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var waiting = new ArrayDeque<COSBase>();
        add(root, seen, waiting);
        while (!waiting.isEmpty()) {
            var next = waiting.pop();
            if (next instanceof COSDictionary dictionary) {
                visitor.visit(dictionary);
                for (var value : List.copyOf(dictionary.getValues())) add(value, seen, waiting);
            } else if (next instanceof COSArray array) {
                for (var i = 0; i < array.size(); i++) add(array.get(i), seen, waiting);
            }
        }
    }

    private static void add(@Nullable COSBase value, Set<COSBase> seen, ArrayDeque<COSBase> waiting) {
        var object = value instanceof COSObject reference ? reference.getObject() : value;
        if ((object instanceof COSDictionary || object instanceof COSArray) && seen.add(object)) waiting.push(object);
    }
}
