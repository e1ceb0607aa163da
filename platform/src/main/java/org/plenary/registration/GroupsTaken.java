package org.plenary.registration;

import java.util.UUID;

/** Says whether one person can register a group whose names follow. */
public interface GroupsTaken {
    boolean takesGroups(UUID conference);
}
