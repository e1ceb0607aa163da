package org.plenary.registration.waitlist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Secrets;
import org.plenary.registration.order.Contact;

/**
 * Somebody on the waiting list.
 *
 * @param wishes one to three, the most wanted first
 * @param keys of the stock, of all wishes
 * @param scarce those keys that were short when they were wished for
 * @param pricedOn the day whose prices an offer has; null for the day of the offer
 * @param trouble the code of what stood in the way of an offer, last time; null when nothing did
 */
record Entry(
        UUID id,
        UUID conference,
        State state,
        int rank,
        Contact contact,
        Locale locale,
        List<String> secretHashes,
        List<Wish> wishes,
        List<String> keys,
        List<String> scarce,
        @Nullable LocalDate pricedOn,
        Instant joinedAt,
        @Nullable Offer offer,
        @Nullable Instant endedAt,
        @Nullable String trouble,
        long version) {
    static final int MOST_WISHES = 3;

    /** @param wish the number of the wish that was offered; @param until the hold, while it lasts */
    record Offer(UUID order, String code, int wish, Money total, Instant at, Instant until, boolean byHand) {}

    boolean opensWith(@Nullable String secret) {
        if (secret == null || secret.isBlank()) return false;
        var matches = false;
        for (var hash : secretHashes) matches |= Secrets.matches(secret, hash);
        return matches;
    }

    /** Who waits, with all that documents are to say of them: that is written down in the wishes only. */
    Contact buyer() {
        var said = wishes.getFirst().cart().contact();
        return said == null
                ? contact
                : new Contact(contact.name(), contact.email(), contact.country(), said.vatId()).billedTo(said);
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    boolean mayHaveAnotherWish() {
        return isWaiting() && wishes.size() < MOST_WISHES && wishes.getFirst().addedTo() == null;
    }

    static List<String> keysOf(Collection<Wish> wishes) {
        var keys = new TreeSet<String>();
        wishes.forEach(wish -> keys.addAll(wish.takes().keySet()));
        return new ArrayList<>(keys);
    }

    /** The keys that every wish needs: without them nothing can be offered. */
    static List<String> neededByAll(List<Wish> wishes) {
        var keys = new TreeSet<>(wishes.getFirst().takes().keySet());
        wishes.forEach(wish -> keys.retainAll(wish.takes().keySet()));
        return new ArrayList<>(keys);
    }

    /** Names the same thing in the same way, so that nobody waits for it twice. */
    static String thing(Wish first) {
        return Secrets.hash(first.takes().entrySet().stream()
                .map(take -> take.getKey() + "=" + take.getValue())
                .collect(Collectors.joining("\n")));
    }
}
