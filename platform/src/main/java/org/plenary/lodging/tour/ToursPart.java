package org.plenary.lodging.tour;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.PublicPart;
import org.springframework.stereotype.Component;

/** The tours on a conference's public page. */
@Component
class ToursPart implements PublicPart {
    private static final int ORDER = 30;

    private final ToursOnSale onSale;

    ToursPart(ToursOnSale onSale) {
        this.onSale = onSale;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public @Nullable Drawn draw(ConferenceView conference, Locale locale) {
        List<TourCard> tours = onSale.of(conference).stream()
                .map(tour -> TourCard.of(tour, locale))
                .toList();
        if (tours.isEmpty()) return null;
        return new Drawn("lodging/tour-public-part", "part", Map.of("tours", tours));
    }
}
