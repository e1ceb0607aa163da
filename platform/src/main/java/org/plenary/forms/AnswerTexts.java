package org.plenary.forms;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.kernel.Violations;
import tools.jackson.databind.JsonNode;

/**
 * Checks answers that people type. Organizers' patterns are matched by RE2, whose time is linear in the text: with the JDK's
 * backtracking engine one careless pattern would let any visitor keep a thread busy for hours.
 */
final class AnswerTexts {
    private static final int MAXIMUM_LINE = 500;
    private static final int MAXIMUM_URL = 2_000;
    private static final int MAXIMUM_PATTERN_TEXT = 2_000;
    private static final int MAXIMUM_PHONE_DIGITS = 15;
    private static final int MINIMUM_PHONE_DIGITS = 5;
    private static final java.util.regex.Pattern PHONE =
            java.util.regex.Pattern.compile("\\+?[0-9 ()./-]{5,40}( ?(x|ext\\.?) ?[0-9]{1,8})?");

    private AnswerTexts() {}

    static boolean isFine(Field field, JsonNode answer, String at, Violations found) {
        if (!isString(answer, at, found)) return false;
        var text = answer.asString();
        return isClean(new Violations().optionalText(at, text, maximum(field)), found)
                && isLongEnough(field, text, at, found)
                && isOfItsType(field, text, at, found)
                && matches(field, text, at, found);
    }

    static int maximum(Field field) {
        var own = field.maximum();
        if (own != null) return own;
        return switch (field.type()) {
            case LONG_TEXT -> FormRules.MAXIMUM_TEXT;
            case URL -> MAXIMUM_URL;
            default -> MAXIMUM_LINE;
        };
    }

    private static boolean isLongEnough(Field field, String text, String at, Violations found) {
        var minimum = field.minimum();
        if (minimum == null || text.length() >= minimum) return true;
        found.add(at, "too_short", "At least " + minimum + " characters.", Map.of("minimum", minimum));
        return false;
    }

    private static boolean isOfItsType(Field field, String text, String at, Violations found) {
        return switch (field.type()) {
            case EMAIL -> isClean(new Violations().email(at, text), found);
            case PHONE -> isPhone(text) || refuse(at, "phone", "This is not a telephone number.", found);
            case URL -> isUrl(text) || refuse(at, "url", "An address starts with https:// or http://.", found);
            default -> true;
        };
    }

    /** As people write numbers all over the world (ITU-T E.123), with an extension. */
    private static boolean isPhone(String text) {
        if (!PHONE.matcher(text.strip()).matches()) return false;
        var digits = text.split("[xe]", 2)[0]
                .chars()
                .filter(c -> c >= '0' && c <= '9')
                .count();
        return digits >= MINIMUM_PHONE_DIGITS && digits <= MAXIMUM_PHONE_DIGITS;
    }

    private static boolean isUrl(String text) {
        try {
            var uri = new URI(text.strip());
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean matches(Field field, String text, String at, Violations found) {
        var pattern = compiled(field.pattern());
        if (pattern == null || text.length() <= MAXIMUM_PATTERN_TEXT && pattern.matches(text)) return true;
        var hint = field.patternHelp();
        if (hint == null || hint.isBlank()) return refuse(at, "pattern", "This is not written as it is wanted.", found);
        var said = hint.in(Locale.ENGLISH);
        found.add(at, "pattern_hint", said, Map.of("en", said, "zh-CN", hint.in(Locale.SIMPLIFIED_CHINESE)));
        return false;
    }

    /** Null also for a pattern that is none, which no form that was saved has. */
    static @Nullable Pattern compiled(@Nullable String pattern) {
        if (pattern == null || pattern.isEmpty()) return null;
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            return null;
        }
    }

    static boolean isString(JsonNode answer, String at, Violations found) {
        return answer.isString() || refuse(at, "type", "This must be a text.", found);
    }

    static boolean isClean(Violations own, Violations found) {
        own.list().forEach(v -> found.add(v.pointer(), v.code(), v.detail(), v.details()));
        return own.isEmpty();
    }

    private static boolean refuse(String at, String code, String detail, Violations found) {
        found.add(at, code, detail);
        return false;
    }
}
