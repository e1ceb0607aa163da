package org.plenary.kernel;

import com.fasterxml.jackson.annotation.JsonValue;

/** A number of bytes among the details of a violation: programs read the number, people {@code 1.4 MB}. */
public record ByteCount(@JsonValue long bytes) {}
