package org.plenary.registration.order;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.PublicPart;
import org.springframework.stereotype.Component;

/** The fees on a conference's public page, and the way to register. */
@Component
class FeesPart implements PublicPart {
    private static final int ORDER = 10;

    private final Availability availability;
    private final Invited invited;

    FeesPart(Availability availability, Invited invited) {
        this.availability = availability;
        this.invited = invited;
    }

    record Row(
            String name,
            String category,
            Money price,
            java.time.@Nullable LocalDate until,
            @Nullable Integer left,
            boolean soldOut,
            boolean onSale,
            boolean requiresCode) {}

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public @Nullable Drawn draw(ConferenceView conference, Locale locale) {
        if (!availability.areFeesPublished(conference)) return null;
        var rows = rows(conference, locale);
        if (rows.isEmpty()) return null;
        return new Drawn(
                "registration/public-part",
                "part",
                Map.of("fees", rows, "slug", conference.slug(), "open", conference.isOpen()));
    }

    List<Row> rows(ConferenceView conference, Locale locale) {
        var mayHave = invited.mayHave(conference, null);
        return availability.fees(conference).stream()
                .filter(fee -> mayHave.test(fee.key()))
                .map(fee -> new Row(
                        fee.name().in(locale),
                        fee.category() == null ? "" : fee.category().in(locale),
                        fee.price(),
                        fee.until(),
                        fee.left(),
                        fee.soldOut(),
                        fee.onSale(),
                        fee.requiresCode()))
                .toList();
    }
}
