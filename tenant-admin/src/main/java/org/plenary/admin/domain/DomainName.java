package org.plenary.admin.domain;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;

/** A host as DNS knows it: lower case, ASCII (RFC 5891), without the dot at its end. */
final class DomainName {
    private static final int LONGEST = 253;
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?");

    private DomainName() {}

    /**
     * @param platform nothing below the platform's own host can be claimed
     * @return the name, or what was typed when it is wrong and said so
     */
    static String read(Violations violations, @Nullable String typed, URI platform) {
        if (typed == null || typed.isBlank()) {
            violations.add("/name", "required", "This is required.");
            return "";
        }
        var name = ascii(typed.strip());
        var host = platform.getHost().toLowerCase(Locale.ROOT);
        if (name.length() > LONGEST || !NAME.matcher(name).matches())
            violations.add("/name", "domain_name", "A domain is written conference.example.org.");
        else if (name.equals(host) || name.endsWith("." + host))
            violations.add("/name", "domain_of_platform", "This domain is the platform's.");
        return name;
    }

    private static String ascii(String typed) {
        var plain =
                typed.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "").replaceFirst("[/.]+$", "");
        try {
            return IDN.toASCII(plain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return plain;
        }
    }
}
