package org.plenary.papers.award;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.PublicPart;
import org.springframework.stereotype.Component;

/** The way from a conference's public page to its awards, once one is announced. */
@Component
class AwardsPublicPart implements PublicPart {
    private static final int ORDER = 42;

    private final AwardCertificates certificates;

    AwardsPublicPart(AwardCertificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public @Nullable Drawn draw(ConferenceView conference, Locale locale) {
        if (certificates.ofConference(conference.id()).stream().noneMatch(AwardCertificate::isAccepted)) return null;
        return new Drawn("papers/awards-part", "part", Map.of("slug", conference.slug()));
    }
}
