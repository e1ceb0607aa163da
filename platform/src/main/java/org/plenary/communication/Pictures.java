package org.plenary.communication;

import java.util.Optional;
import java.util.UUID;

/** Makes kept pictures fit for documents that {@link Pdfs} draws: a signature, a seal. */
public interface Pictures {
    /** @return a {@code data:} address of the bound tenant's picture, no larger than paper needs it; empty when it cannot be read */
    Optional<String> forPaper(UUID file);
}
