package org.plenary.admin.terms;

import java.time.Instant;
import org.plenary.kernel.LocalizedText;

/** One version, as it was published. */
public record Terms(int version, LocalizedText texts, Instant publishedAt, String publishedBy) {}
