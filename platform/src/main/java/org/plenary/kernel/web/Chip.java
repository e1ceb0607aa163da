package org.plenary.kernel.web;

import org.jspecify.annotations.Nullable;

/** A filter above a list: a link that turns it on, or off when it is {@code on}. */
public record Chip(
        String href, String label, boolean on, @Nullable Long count) {
    public Chip(String href, String label, boolean on) {
        this(href, label, on, null);
    }
}
