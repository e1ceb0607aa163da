package org.plenary.communication.news;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.PublicPart;
import org.springframework.stereotype.Component;

/** Asking to be told of news, at the end of a conference's public page. */
@Component
class NewsPart implements PublicPart {
    private static final int LAST = 90;

    @Override
    public int order() {
        return LAST;
    }

    @Override
    public @Nullable Drawn draw(ConferenceView conference, Locale locale) {
        if (!conference.isOpen()) return null;
        return new Drawn("communication/news-part", "part", Map.of("slug", conference.slug()));
    }
}
