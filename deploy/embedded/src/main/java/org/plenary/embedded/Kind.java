package org.plenary.embedded;

import java.util.Locale;

/** The services that can be started. */
public enum Kind {
    POSTGRES("PostgreSQL"),
    REDIS("Redis"),
    ELASTICSEARCH("Elasticsearch"),
    MAIL("Mail inbox"),
    SANDBOX("Card sandbox");

    private final String displayName;

    Kind(String displayName) {
        this.displayName = displayName;
    }

    String displayName() {
        return displayName;
    }

    /** Name of the service's folder, of its log and of its remembered port. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
