package org.plenary.papers.cameraready;

import java.time.Instant;
import java.util.Locale;

/**
 * That somebody has signed the copyright form for a paper.
 *
 * @param form its version
 * @param title of the paper at that time
 * @param capacity the end of a message key
 * @param fingerprint of the text that they saw
 */
record CopyrightSignature(
        int form, Locale language, String title, String name, String capacity, String fingerprint, Instant at) {}
