package org.plenary.site.page;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a page. The latest is the one that is edited; the published one is what everybody sees.
 *
 * @param publicVersion the version that everybody sees; null while there is none
 * @param savedBy who saved this version, by their name
 */
record SitePage(
        UUID id,
        int version,
        String slug,
        PageContent content,
        @Nullable Integer publicVersion,
        String savedBy,
        Instant savedAt) {

    public boolean isPublic() {
        return publicVersion != null;
    }

    /** Whether everybody sees exactly this. */
    public boolean isShown() {
        return publicVersion != null && publicVersion == version;
    }
}
