package org.plenary.identity;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.Tenant;

/** SPI: something that certain staff should read on each of their pages. */
public interface StaffNotice {
    /** Who is told. */
    Permission permission();

    /** Whether somebody is told; usually who has the permission in the whole organization. */
    default boolean isFor(Caller caller) {
        return caller.mayEverywhere(permission());
    }

    /** Asked with every page of the bound tenant, so it answers from memory most of the time. */
    Optional<Note> of(Tenant tenant, Locale locale);

    /**
     * @param tone {@code info}, {@code warning} or {@code danger}
     * @param dismissal where a POST puts it away; null for what stays until its reason is gone
     */
    record Note(
            String tone,
            String text,
            String href,
            String label,
            @Nullable String dismissal) {
        public Note(String tone, String text, String href, String label) {
            this(tone, text, href, label, null);
        }
    }
}
