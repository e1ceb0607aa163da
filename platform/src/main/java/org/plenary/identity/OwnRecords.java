package org.plenary.identity;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * SPI: what one module holds of a person in the bound tenant, for their own copy of it and for their leaving. A module that
 * fails makes the whole copy fail: one that says less than there is would be worse than none.
 */
public interface OwnRecords {
    /** @param email which the person has shown to be theirs, in lower case */
    record Who(UUID account, String email) {}

    /** By the names under which they stand in the copy; nothing for somebody of whom there is nothing. */
    Map<String, Object> of(Who who, Locale language);

    /**
     * The person leaves: what their organization has to decide on is put before it, what is theirs alone goes. In a transaction of
     * the tenant; repeats safely.
     */
    default void leave(Who who) {}
}
