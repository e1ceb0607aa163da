package org.plenary.identity;

import java.util.Map;

/** Who did what in a tenant. Nothing that was written is ever changed or taken away. */
public interface AuditTrail {
    /**
     * Writes an entry in the caller's transaction, with the current caller, their network and the time.
     *
     * @param action {@code area.verb}, such as {@code conference.published}
     * @param subject the id or reference of what it was done to
     * @param details small, and no personal data
     */
    void record(String action, String subject, Map<String, ?> details);

    /**
     * The same for settings that were changed, with what differs between the two states, value by value. Of values that are
     * personal data, such as an e-mail address, it keeps only that they were changed. Two equal states write nothing.
     *
     * @param before what can be written as a JSON object; its members {@code id} and {@code version} do not count
     */
    void changed(String action, String subject, Map<String, ?> details, Object before, Object after);
}
