package org.plenary.registration.fee;

import java.util.UUID;

/** A fee has another category. Told at once, in the same transaction. */
public record CategoryChanged(UUID conference) {}
