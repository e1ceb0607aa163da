package org.plenary.site.frame;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fonts of public pages; each has a style sheet {@code css/font-<name>.css}, all are free (SIL Open Font License) or the system's. */
enum SiteFont {
    INTER("Inter"),
    SOURCE_SANS_3("Source Sans 3"),
    SOURCE_SERIF_4("Source Serif 4"),
    ATKINSON_HYPERLEGIBLE_NEXT("Atkinson Hyperlegible Next"),
    SERIF("Georgia");

    private final String title;

    SiteFont(String title) {
        this.title = title;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    static Optional<SiteFont> ofWire(@Nullable String text) {
        return Arrays.stream(values()).filter(each -> each.wire().equals(text)).findFirst();
    }
}
