package org.plenary.papers.call;

import java.time.Instant;

/** A deadline that was moved to a later day after everybody could read it. */
public record Extension(Stage stage, Deadline from, Deadline to, Instant at) {}
