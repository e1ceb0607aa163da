package org.plenary.kernel;

import java.util.List;
import java.util.Locale;

/** The languages that the platform's own texts exist in. */
public final class Languages {
    public static final Locale ENGLISH = Locale.forLanguageTag("en");
    public static final Locale CHINESE = Locale.forLanguageTag("zh-CN");
    public static final List<Locale> ALL = List.of(ENGLISH, CHINESE);

    private Languages() {}

    /** The one of ours that is nearest to a language tag; English when none is. */
    public static Locale nearest(String tag) {
        var asked = Locale.forLanguageTag(tag);
        return ALL.stream()
                .filter(l -> l.getLanguage().equals(asked.getLanguage()))
                .findFirst()
                .orElse(ENGLISH);
    }
}
