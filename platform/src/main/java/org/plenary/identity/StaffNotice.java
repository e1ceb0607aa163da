package org.plenary.identity;

import java.util.Locale;
import java.util.Optional;
import org.plenary.tenancy.Tenant;

/** SPI: something that certain staff should read on each of their pages. */
public interface StaffNotice {
    /** Who is told. */
    Permission permission();

    /** Asked with every page of the bound tenant, so it answers from memory most of the time. */
    Optional<Note> of(Tenant tenant, Locale locale);

    /** @param tone {@code info}, {@code warning} or {@code danger} */
    record Note(String tone, String text, String href, String label) {}
}
