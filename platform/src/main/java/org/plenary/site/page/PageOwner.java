package org.plenary.site.page;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;

/** Whose page it is: a conference's, or with null the organization's own. */
record PageOwner(@Nullable ConferenceView conference) {
    static final PageOwner ORGANIZATION = new PageOwner(null);

    @Nullable
    UUID id() {
        return conference == null ? null : conference.id();
    }

    /** What the audit trail calls it. */
    String name() {
        return conference == null ? "organization" : conference.slug();
    }

    /** Where its pages are edited. */
    String desk() {
        return conference == null ? "/manage/pages" : "/manage/conferences/" + conference.slug() + "/pages";
    }

    /** Where everybody reads its pages. */
    String shelf() {
        return conference == null ? "/pages" : "/c/" + conference.slug() + "/pages";
    }
}
