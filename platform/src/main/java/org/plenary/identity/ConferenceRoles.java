package org.plenary.identity;

import java.util.UUID;

/** Who has a role in one conference only. */
public interface ConferenceRoles {
    /** Whether somebody has one there, or is asked to take one. */
    boolean anyIn(UUID conference);
}
