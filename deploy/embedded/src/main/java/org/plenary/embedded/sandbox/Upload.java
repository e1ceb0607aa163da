package org.plenary.embedded.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file that came beside the fields of a form. */
record Upload(String name, byte[] content) {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");

    static boolean isOne(@Nullable String contentType) {
        return contentType != null && contentType.startsWith("multipart/form-data");
    }

    /** Reads {@code multipart/form-data}, its bytes as characters of Latin 1. A file is a parameter of its own name, too. */
    static Params params(String contentType, String body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw StripeError.invalidParameter(null, null, "Invalid request body: no boundary.");
        }
        var root = Json.object();
        Upload upload = null;
        for (String part : body.split(Pattern.quote("--" + boundary.group(1)))) {
            int end = part.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(part);
            if (end < 0 || !name.find()) {
                continue;
            }
            String value = part.substring(end + 4, part.length() - 2);
            Matcher file = FILE.matcher(part.substring(0, end));
            if (file.find()) {
                String called = new String(file.group(1).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                upload = new Upload(called, value.getBytes(StandardCharsets.ISO_8859_1));
                root.put(name.group(1), called);
            } else {
                root.put(name.group(1), value);
            }
        }
        return new Params(root, upload);
    }
}
