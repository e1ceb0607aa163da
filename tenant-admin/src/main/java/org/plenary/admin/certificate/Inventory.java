package org.plenary.admin.certificate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What there was of a tenant just before it was erased, and who was its owner.
 *
 * @param language the organization's own, as a tag
 * @param asker null for the operator, who speaks for the platform
 * @param found how many of each kind, see {@link org.plenary.tenancy.TenantTraces}
 */
public record Inventory(
        String organization,
        String slug,
        String schema,
        String language,
        String zone,
        String askedBy,
        @Nullable String asker,
        Map<String, Long> found,
        List<Recipient> recipients) {
    public record Recipient(String name, String email) {}
}
