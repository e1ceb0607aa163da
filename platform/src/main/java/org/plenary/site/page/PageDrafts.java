package org.plenary.site.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Languages;
import org.plenary.kernel.LocalizedText;
import org.springframework.core.io.ClassPathResource;

/** Pages to begin with, in both languages; square brackets stand where the organization has to say something. */
final class PageDrafts {
    static final List<String> NAMES =
            List.of("code-of-conduct", "privacy", "imprint", "venue-and-travel", "faq", "accessibility");

    private PageDrafts() {}

    /** @param organization by its name, as it stands in the texts */
    static Optional<PageDraft> of(@Nullable String name, String organization) {
        if (name == null || !NAMES.contains(name)) return Optional.empty();
        var titles = new LinkedHashMap<String, String>();
        var texts = new LinkedHashMap<String, String>();
        for (var language : Languages.ALL) {
            var tag = language.toLanguageTag();
            var lines = read(name + "." + tag + ".md").split("\n", 2);
            titles.put(tag, lines[0].substring(2));
            texts.put(tag, lines[1].strip().replace("{organization}", organization));
        }
        return Optional.of(new PageDraft(
                name,
                new LocalizedText(titles),
                new LocalizedText(texts),
                PagePlace.FOOTER.wire(),
                NAMES.indexOf(name)));
    }

    private static String read(String file) {
        try {
            return new ClassPathResource("site/drafts/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
