package org.plenary.registration.waitlist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.registration.order.Contact;

/**
 * An entry as the one who waits and the staff see it.
 *
 * @param secret told once, in the answer that makes the entry
 * @param offer null while nothing was offered
 * @param trouble the code of what stood in the way of an offer, last time; staff see it
 */
record EntryView(
        UUID id,
        @Nullable String secret,
        State status,
        Contact contact,
        String locale,
        @Nullable Position position,
        List<WishView> wishes,
        @Nullable OfferView offer,
        Instant joinedAt,
        @Nullable Instant endedAt,
        @Nullable String trouble) {

    /**
     * @param total what it cost on the day it was wished for
     * @param insteadOf what it cost as it was kept for them, before that was closed; null when it is what they wished for
     */
    record WishView(
            int number,
            List<String> lines,
            Money total,
            @JsonIgnore @Nullable Money insteadOf) {}

    /** @param wish the number of the wish, from 1; @param order the code of the order that holds it */
    record OfferView(int wish, String order, Money total, Instant offeredAt, Instant expiresAt, boolean byHand) {
        public boolean isFree() {
            return total.isZero();
        }
    }

    static EntryView of(Entry entry, @Nullable Position position) {
        var wishes = new java.util.ArrayList<WishView>();
        for (var wish : entry.wishes())
            wishes.add(new WishView(wishes.size() + 1, wish.lines(), wish.total(), wish.insteadOf()));
        var offer = entry.offer();
        return new EntryView(
                entry.id(),
                null,
                entry.state(),
                entry.contact(),
                entry.locale().toLanguageTag(),
                position,
                wishes,
                offer == null
                        ? null
                        : new OfferView(
                                offer.wish() + 1,
                                offer.code(),
                                offer.total(),
                                offer.at(),
                                offer.until(),
                                offer.byHand()),
                entry.joinedAt(),
                entry.endedAt(),
                entry.trouble());
    }

    EntryView opened(@Nullable String withSecret) {
        return new EntryView(
                id, withSecret, status, contact, locale, position, wishes, offer, joinedAt, endedAt, trouble);
    }

    /** What was waited for at first cost so much; null when that is what is offered. Templates call it. */
    public @Nullable Money offeredInsteadOf() {
        return offer == null ? null : wishes.get(offer.wish() - 1).insteadOf();
    }

    /** What is offered, or was. */
    public List<String> offeredLines() {
        return offer == null ? List.of() : wishes.get(offer.wish() - 1).lines();
    }
}
