package org.plenary.papers.call;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** What the page of late submissions says. */
@Component
class GraceWords {
    private final CallWords words;
    private final PageErrors errors;
    private final Urls urls;

    GraceWords(CallWords words, PageErrors errors, Urls urls) {
        this.words = words;
        this.errors = errors;
        this.urls = urls;
    }

    /** @param standing the end of a message key: {@code open}, {@code used}, {@code over} or {@code revoked} */
    record Row(
            UUID id,
            String note,
            @Nullable Integer paper,
            Instant until,
            String by,
            String standing,
            boolean isRevocable) {
        static Row of(Grace grace, Instant now) {
            var standing = grace.revokedAt() != null
                    ? "revoked"
                    : !grace.holds(now) ? "over" : grace.usedAt() != null ? "used" : "open";
            return new Row(
                    grace.id(), grace.note(), grace.paper(), grace.until(), grace.by(), standing, grace.holds(now));
        }
    }

    Flash done(String key, Locale locale) {
        return Flash.success(words.text(key, locale));
    }

    PageErrors errors() {
        return errors;
    }

    String link(ConferenceView conference, String token) {
        return urls.tenant(Tenancy.require(), "/c/" + conference.slug() + "/submit?late=" + token)
                .toString();
    }
}
