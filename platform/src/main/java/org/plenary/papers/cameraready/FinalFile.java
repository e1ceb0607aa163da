package org.plenary.papers.cameraready;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of a final PDF; the newest counts.
 *
 * @param number from 1
 * @param size in bytes
 * @param by who was signed in; blank for an author who came by the link
 */
record FinalFile(int number, UUID file, String name, long size, int pages, String by, Instant at) {}
