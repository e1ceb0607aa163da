package org.plenary.papers.cameraready;

import org.plenary.kernel.LocalizedText;

/**
 * What authors confirm of their final version.
 *
 * @param key by which it is known as ticked, whatever becomes of its words
 */
record ChecklistLine(String key, LocalizedText text) {}
