package org.plenary.identity.apidoc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What generated clients call an operation, made of its method and path: {@code GET /conferences/{conference}/fees} is
 * {@code listFees}, {@code POST /api-clients/{id}/secret} is {@code createApiClientSecret}. So names are unique as the
 * paths are, and change only with them.
 */
final class OperationNames {
    private static final String BASE = "/api/v1/";
    private static final String CONFERENCE = "conferences/{conference}/";

    private OperationNames() {}

    /** @param isPage whether it answers a page of a list */
    static String of(String method, String path, boolean isPage) {
        var segments = segments(path);
        var last = segments.getLast();
        var verb = verb(method, isPage);
        var action = last.indexOf(':');
        if (action >= 0) {
            verb = last.substring(action + 1);
            segments.set(segments.size() - 1, last.substring(0, action));
        }
        var makesOne = method.equals("POST") && action < 0;
        var name = new StringBuilder(verb);
        for (var i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            if (isVariable(segment)) continue;
            var isLast = i == segments.size() - 1;
            var namesOne = isLast ? makesOne : isVariable(segments.get(i + 1));
            name.append(camel(namesOne ? singular(segment) : segment));
        }
        // to make something of one is not to make one
        if (makesOne && isVariable(last)) name.append("By").append(camel(last));
        return name.toString();
    }

    /** What it is grouped by: the first thing that its path names, inside of a conference. */
    static String group(String path) {
        return segments(path).getFirst().replaceAll(":.*", "");
    }

    private static List<String> segments(String path) {
        var rest = path.startsWith(BASE) ? path.substring(BASE.length()) : path.substring(1);
        if (rest.startsWith(CONFERENCE)) rest = rest.substring(CONFERENCE.length());
        return new ArrayList<>(List.of(rest.split("/")));
    }

    private static String verb(String method, boolean isPage) {
        return switch (method) {
            case "GET" -> isPage ? "list" : "get";
            case "POST" -> "create";
            case "PUT" -> "set";
            case "PATCH" -> "update";
            default -> method.toLowerCase(Locale.ROOT);
        };
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    private static String singular(String plural) {
        if (plural.endsWith("ies")) return plural.substring(0, plural.length() - "ies".length()) + "y";
        if (plural.endsWith("ss") || !plural.endsWith("s")) return plural;
        return plural.substring(0, plural.length() - 1);
    }

    private static String camel(String segment) {
        var camel = new StringBuilder();
        for (var word : segment.split("[^A-Za-z0-9]+"))
            if (!word.isEmpty())
                camel.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        return camel.toString();
    }
}
