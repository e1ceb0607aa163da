package org.plenary.papers;

import java.util.Optional;
import java.util.UUID;

/** What people and programs call a paper, for those who know its id only. */
public interface PaperReferences {
    record Reference(UUID conference, int number) {}

    Optional<Reference> of(UUID paper);
}
