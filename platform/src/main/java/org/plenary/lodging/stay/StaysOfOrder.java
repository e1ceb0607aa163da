package org.plenary.lodging.stay;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.lodging.room.BookedStay;
import org.plenary.lodging.room.BookedStays;
import org.plenary.lodging.room.StayPart;
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
    private final List<StayPart> parts;
    private final Clock clock;

    StaysOfOrder(BookedStays stays, StayWords words, List<StayPart> parts, Clock clock) {
        this.stays = stays;
        this.words = words;
        this.parts =
                parts.stream().sorted(Comparator.comparingInt(StayPart::order)).toList();
        this.clock = clock;
    }

    /** @param mayChange whether the buyer may change it by now @param parts what else there is to do with it */
    record Shown(UUID id, String title, List<Row> rows, boolean mayChange, List<CartPart.Drawn> parts) {}

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public CartPart.@Nullable Drawn draw(ConferenceView conference, Opened order, String secret, Locale locale) {
        var today = LocalDate.ofInstant(clock.instant(), conference.timeZone());
        var booked = stays.of(order.id());
        if (booked.isEmpty()) return null;
        var drawn = parts.stream()
                .map(part -> part.draw(conference, order, secret, locale))
                .toList();
        var shown = booked.stream()
                .map(stay -> new Shown(
                        stay.id(),
                        words.title(stay, locale),
                        words.rows(stay, locale),
                        stay.mayBeChanged(today),
                        drawn.stream()
                                .map(each -> each.get(stay.id()))
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
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
