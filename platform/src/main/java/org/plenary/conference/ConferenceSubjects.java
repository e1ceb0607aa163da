package org.plenary.conference;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.kernel.LocalizedText;

/** SPI: what conferences are about besides their names, as a module knows it. */
public interface ConferenceSubjects {
    /**
     * The kind under which conferences are found: whoever changes a subject publishes a {@link org.plenary.fulltext.DocumentChanged} of
     * it with the conference's id.
     */
    String KIND = "conference";

    /** By conference; those that have none may be left out. */
    Map<UUID, Subjects> of(Collection<UUID> conferences);

    /** @param version rises with every change */
    record Subjects(List<LocalizedText> names, long version) {}
}
