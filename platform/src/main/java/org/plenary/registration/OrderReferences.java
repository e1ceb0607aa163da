package org.plenary.registration;

import java.util.Optional;
import java.util.UUID;

/** What people and programs call an order, for those who know its id only. */
public interface OrderReferences {
    record Reference(UUID order, String code, UUID conference) {}

    /** @param subject an order, or what is paid for on its own for it, such as a change */
    Optional<Reference> of(UUID subject);
}
