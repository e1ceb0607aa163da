package org.plenary.papers;

import java.util.List;
import java.util.UUID;

/** What a conference's dashboard shows of its papers. */
public interface PaperNumbers {
    Numbers of(UUID conference);

    /** @param byCountry by the country of the corresponding author, the most first; empty code for unknown */
    record Numbers(int submitted, int accepted, List<Count> byCountry, List<Count> byTrack) {}

    record Count(String key, int papers) {}
}
