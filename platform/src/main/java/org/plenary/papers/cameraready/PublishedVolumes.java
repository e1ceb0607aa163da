package org.plenary.papers.cameraready;

import java.util.UUID;

/** SPI: tells of which conferences the proceedings are out, so that nothing in them changes any more. */
public interface PublishedVolumes {
    boolean isOut(UUID conference);
}
