package org.plenary.identity.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a browser says of itself, in names that people know. The first name that fits counts, because browsers name their
 * ancestors too.
 *
 * @param browser null when it is none of the known ones
 * @param system null likewise
 */
public record Device(@Nullable String browser, @Nullable String system) {
    private record Mark(String text, String name) {}

    private static final List<Mark> BROWSERS = List.of(
            new Mark("MicroMessenger/", "WeChat"),
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("SamsungBrowser/", "Samsung Internet"),
            new Mark("QQBrowser/", "QQ"),
            new Mark("Firefox/", "Firefox"),
            new Mark("FxiOS/", "Firefox"),
            new Mark("CriOS/", "Chrome"),
            new Mark("Chrome/", "Chrome"),
            new Mark("Safari/", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("HarmonyOS", "HarmonyOS"),
            new Mark("Android", "Android"),
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Windows", "Windows"),
            new Mark("Mac OS X", "Mac"),
            new Mark("CrOS", "ChromeOS"),
            new Mark("Linux", "Linux"));

    public static Device of(@Nullable String userAgent) {
        return new Device(name(BROWSERS, userAgent), name(SYSTEMS, userAgent));
    }

    private static @Nullable String name(List<Mark> marks, @Nullable String userAgent) {
        if (userAgent == null) return null;
        return marks.stream()
                .filter(mark -> userAgent.contains(mark.text()))
                .map(Mark::name)
                .findFirst()
                .orElse(null);
    }
}
