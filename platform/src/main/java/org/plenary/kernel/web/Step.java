package org.plenary.kernel.web;

import org.jspecify.annotations.Nullable;

/** One step of a wizard; {@code href} leads back to it once it is done, where going back is allowed. */
public record Step(String label, @Nullable String href) {
    public Step(String label) {
        this(label, null);
    }
}
