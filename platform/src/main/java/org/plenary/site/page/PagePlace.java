package org.plenary.site.page;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From where a page is linked. */
enum PagePlace {
    MENU,
    FOOTER,
    /** Only from other pages. */
    NOWHERE;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PagePlace> ofWire(@Nullable String text) {
        return Arrays.stream(values()).filter(each -> each.wire().equals(text)).findFirst();
    }
}
