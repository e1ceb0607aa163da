package org.plenary.registration;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;

/** A confirmed order is not what it was: an answer, a person, a room, or some of its lines. It stands with the rest. */
public interface OrderChanged extends TenantEvent {
    UUID order();

    /** Names this very change: each has another. */
    UUID happening();
}
