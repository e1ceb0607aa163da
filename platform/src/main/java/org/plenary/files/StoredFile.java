package org.plenary.files;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that is kept for the bound tenant.
 *
 * @param name as the sender called it, without a path
 * @param type the media type found by looking into it
 * @param size in bytes
 */
public record StoredFile(UUID id, String name, String type, long size, Instant createdAt) {}
