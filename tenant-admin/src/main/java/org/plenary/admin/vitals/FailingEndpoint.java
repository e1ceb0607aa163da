package org.plenary.admin.vitals;

import java.time.Instant;

/** A program of an organization that does not answer; of its address only the host, for the rest can be a secret. */
public record FailingEndpoint(
        String id, String slug, String tenant, String host, int failures, Instant since, boolean stopped) {}
