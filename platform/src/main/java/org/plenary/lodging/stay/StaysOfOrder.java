package org.plenary.lodging.stay;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.lodging.room.BookedStay;
import org.plenary.lodging.room.BookedStays;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.registration.CartPart;
import org.plenary.registration.OrderPart;
import org.springframework.stereotype.Component;

/** The rooms of an order with all that was agreed: on the buyer's page, in mails, and for the organizer. */
@Component
class StaysOfOrder implements OrderPart {
    private static final int ORDER = 19;

    private final BookedStays stays;
    private final StayWords words;
    private final Clock clock;

    StaysOfOrder(BookedStays stays, StayWords words, Clock clock) {
        this.stays = stays;
        this.words = words;
        this.clock = clock;
    }

    /** @param mayChange whether the buyer may change it by now */
    record Shown(UUID id, String title, List<Row> rows, boolean mayChange) {}

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public CartPart.@Nullable Drawn draw(ConferenceView conference, Opened order, String secret, Locale locale) {
        var today = LocalDate.ofInstant(clock.instant(), conference.timeZone());
        var shown = stays.of(order.id()).stream()
                .map(stay -> new Shown(
                        stay.id(), words.title(stay, locale), words.rows(stay, locale), stay.mayBeChanged(today)))
                .toList();
        if (shown.isEmpty()) return null;
        return new CartPart.Drawn(
                "lodging/stays-part",
                "part",
                Map.of("stays", shown, "slug", conference.slug(), "code", order.code(), "secret", secret));
    }

    @Override
    public List<Note> notes(ConferenceView conference, Opened order, Locale locale) {
        return stays.of(order.id()).stream()
                .map(stay ->
                        new Note(words.title(stay, locale), words.rowsFor(stay, locale), path(conference, order, stay)))
                .toList();
    }

    private static @Nullable String path(ConferenceView conference, Opened order, BookedStay stay) {
        return stay.confirmed()
                ? "/manage/conferences/" + conference.slug() + "/orders/" + order.code() + "/stays/" + stay.id()
                : null;
    }
}
