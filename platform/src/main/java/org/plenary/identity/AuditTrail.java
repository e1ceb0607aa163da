package org.plenary.identity;

import java.util.Map;

/** Who did what in a tenant. */
public interface AuditTrail {
    /**
     * Writes an entry in the caller's transaction, with the current caller and time.
     *
     * @param action {@code area.verb}, such as {@code conference.published}
     * @param subject the id or reference of what it was done to
     * @param details small, and no personal data
     */
    void record(String action, String subject, Map<String, ?> details);
}
