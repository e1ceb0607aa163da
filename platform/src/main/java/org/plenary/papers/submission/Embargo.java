package org.plenary.papers.submission;

import java.util.UUID;

/** SPI: whether decisions about papers are kept from their authors until the chairs announce them. */
public interface Embargo {
    boolean holds(UUID conference);
}
