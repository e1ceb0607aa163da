package org.plenary.papers.inspection;

import org.jspecify.annotations.Nullable;
import org.plenary.papers.inspection.FileFacts.State;

/** The figures of a file that was read. @param sizes named, such as {@code A4} */
record FactsView(int pages, String sizes, long bytes) {
    static @Nullable FactsView of(CheckedFile file) {
        var facts = file.inspection() == null ? null : file.inspection().facts();
        if (facts == null || facts.state() != State.READ) return null;
        return new FactsView(facts.pages(), PageSizes.of(facts.sizes()), facts.bytes());
    }
}
