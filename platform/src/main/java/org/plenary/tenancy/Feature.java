package org.plenary.tenancy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What operators can switch on and off, for all tenants or for some. Each has a title and a description in the messages
 * {@code feature.<key>.title} and {@code feature.<key>.about}. What was begun while it was on goes on: a switch stops new beginnings.
 */
public enum Feature {
    /** An organization brings a domain of its own. */
    OWN_DOMAINS(true),
    /** An organization has its programs told what happens. */
    WEBHOOKS(true);

    private final boolean usual;

    Feature(boolean usual) {
        this.usual = usual;
    }

    /** Whether it is on as long as nobody has said anything. */
    public boolean isUsual() {
        return usual;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Feature> of(String key) {
        return Arrays.stream(values())
                .filter(feature -> feature.key().equals(key))
                .findFirst();
    }
}
