package org.plenary.registration.delegate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A delegate as staff see them.
 *
 * @param order the code of the order
 * @param tours booked with the order, such as {@code harbour × 2}
 * @param rights that the fee gives: {@code vote}, {@code speak}, {@code attend}
 * @param ticket there once the order is confirmed
 */
public record DelegateRow(
        UUID id,
        String name,
        String email,
        String country,
        String fee,
        String status,
        String order,
        @Nullable String ticket,
        int formVersion,
        Map<String, JsonNode> answers,
        List<String> tours,
        List<String> rights,
        @Nullable Instant checkedInAt) {}
