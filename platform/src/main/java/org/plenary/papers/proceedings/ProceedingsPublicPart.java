package org.plenary.papers.proceedings;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.PublicPart;
import org.springframework.stereotype.Component;

/** The way to the proceedings on a conference's public page, once they are out. */
@Component
class ProceedingsPublicPart implements PublicPart {
    private final Volumes volumes;
    private final PublishedPapers published;

    ProceedingsPublicPart(Volumes volumes, PublishedPapers published) {
        this.volumes = volumes;
        this.published = published;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public @Nullable Drawn draw(ConferenceView conference, Locale locale) {
        if (!volumes.isOut(conference.id())) return null;
        var volume = volumes.of(conference).volume();
        return new Drawn(
                "papers/proceedings-part",
                "part",
                Map.of(
                        "slug", conference.slug(),
                        "title", volume.titleIn(locale),
                        "count", published.count(conference.id())));
    }
}
