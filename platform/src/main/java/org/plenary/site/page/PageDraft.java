package org.plenary.site.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Violations;

/** A page as somebody sent it, from the form or by the API; not checked yet. */
record PageDraft(
        @Nullable String slug,
        @Nullable LocalizedText title,
        @Nullable LocalizedText text,
        @Nullable String place,
        @Nullable Integer position) {
    static final int TITLE = 120;
    static final int TEXT = 50_000;
    private static final int LAST = 999;

    /** A page that can be kept, under an address that is one. */
    record Checked(String slug, PageContent content) {}

    /** @throws org.plenary.kernel.Problem.InvalidInput naming every wrong member */
    Checked checked() {
        var body = text == null ? new LocalizedText(Map.of()) : text;
        var at = position == null ? 0 : position;
        var chosen = PagePlace.ofWire(place == null ? PagePlace.FOOTER.wire() : place);
        var found = new Violations().slug("/slug", slug).text("/title", title, TITLE);
        body.values().forEach((tag, each) -> found.optionalText(tag.isEmpty() ? "/text" : "/text/" + tag, each, TEXT));
        if (title != null) found.check(isOneLine(title), "/title", "one_line", "A title is one line.");
        found.check(chosen.isPresent(), "/place", "choice", "One of: menu, footer, nowhere.");
        found.check(at >= 0 && at <= LAST, "/position", "range", "From 0 to " + LAST + ".");
        found.throwIfAny();
        if (slug == null || title == null) throw new IllegalStateException("they were checked above");
        return new Checked(slug, new PageContent(title, body, chosen.orElseThrow(), at));
    }

    private static boolean isOneLine(LocalizedText text) {
        return text.values().values().stream().noneMatch(each -> each.contains("\n") || each.contains("\r"));
    }
}
