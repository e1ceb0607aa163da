package org.plenary.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Reads what was recorded in the {@link AuditTrail} of the bound tenant. */
public interface AuditEntries {
    /** @param who the name of the caller, or the id of one without a name */
    record Done(Instant at, String who, String action, String subject) {}

    /** What was done to some subjects, the newest first; @param most how many at most */
    List<Done> to(Collection<String> subjects, int most);
}
