package org.plenary.registration.waitlist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.plenary.registration.order.Contact;
import org.plenary.registration.order.PlaceOrder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts people on waiting lists. */
@Component
class Joining {
    private static final int MOST_OF_ONE_PERSON = 5;

    private final Wishing wishing;
    private final WaitingLists lists;
    private final Entries entries;
    private final Queue queue;
    private final Clock clock;

    Joining(Wishing wishing, WaitingLists lists, Entries entries, Queue queue, Clock clock) {
        this.wishing = wishing;
        this.lists = lists;
        this.entries = entries;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * @param secret opens the entry, and is told this once; null when the same person waits for the same thing already, and
     *     is sent the link
     */
    record Joined(UUID entry, @Nullable String secret) {
        boolean isNew() {
            return secret != null;
        }
    }

    /**
     * @throws Problem.InvalidInput as an order of each cart would
     * @throws Problem.Conflict {@code waiting_list_closed}, {@code available_now}, or what would stand in the way of the order
     */
    @Transactional
    public Joined join(ConferenceView conference, JoinList command) {
        return join(conference, command, null);
    }

    /** @param addedTo the order by which those who wait are registered; null for new people */
    @Transactional
    public Joined join(ConferenceView conference, JoinList command, @Nullable UUID addedTo) {
        var settings = requireOpen(conference);
        if (command.carts().isEmpty() || command.carts().size() > Entry.MOST_WISHES)
            throw new Problem.InvalidInput("/carts", "wishes", "One to three carts, the most wanted first.");
        var wishes = new ArrayList<Wish>();
        for (var i = 0; i < command.carts().size(); i++)
            wishes.add(wishing.check(conference, command.order(i), i, null, addedTo));
        var contact = contactOf(command);
        var again = entries.waitingFor(conference.id(), contact.email(), Entry.thing(wishes.getFirst()));
        if (again.isPresent()) return again(again.get());
        var scarce = wishing.scarce(conference, wishes);
        if (entries.waitingOf(conference.id(), contact.email()) >= MOST_OF_ONE_PERSON)
            throw new Problem.Conflict(
                    "too_many_entries", "You wait for five things already; leave one of them first.");
        var all = withOthers(conference, command, wishes);
        var keys = new TreeSet<>(scarce);
        if (all.size() > wishes.size()) keys.addAll(wishing.scarce(conference, all));
        return insert(conference, settings, contact, locale(conference, command), all, new ArrayList<>(keys));
    }

    /** What is kept for them comes after what they wish for, as far as there is room for it. */
    private List<Wish> withOthers(ConferenceView conference, JoinList command, List<Wish> wishes) {
        var all = new ArrayList<>(wishes);
        for (var i = 0; i < wishes.size(); i++)
            add(all, wishing.alsoFor(conference, command.order(i), i, wishes.get(i)));
        return all;
    }

    private static void add(List<Wish> all, List<Wish> others) {
        for (var other : others)
            if (all.size() < Entry.MOST_WISHES
                    && all.stream().noneMatch(wish -> wish.takes().equals(other.takes()))) all.add(other);
    }

    private ListSettings requireOpen(ConferenceView conference) {
        var settings = lists.settings(conference.id());
        if (!conference.isOpen() || !settings.isOpen() || settings.isOver(conference, clock.instant()))
            throw new Problem.Conflict("waiting_list_closed", "There is no open waiting list.");
        return settings;
    }

    private static Contact contactOf(JoinList command) {
        var contact = command.who();
        if (contact == null) throw new IllegalStateException("the contact was checked with the first cart");
        return contact;
    }

    private static Locale locale(ConferenceView conference, JoinList command) {
        var asked = command.order(0).locale();
        return Languages.nearest(
                asked == null || asked.isBlank()
                        ? conference.languages().getFirst().toLanguageTag()
                        : asked);
    }

    private Joined insert(
            ConferenceView conference,
            ListSettings settings,
            Contact contact,
            Locale locale,
            List<Wish> wishes,
            List<String> scarce) {
        var now = clock.instant();
        var secret = Ids.secret();
        var entry = new Entry(
                Ids.next(),
                conference.id(),
                State.WAITING,
                0,
                contact,
                locale,
                List.of(Secrets.hash(secret)),
                List.copyOf(wishes),
                Entry.keysOf(wishes),
                scarce,
                settings.priceRule() == PriceRule.JOINED ? LocalDate.ofInstant(now, conference.timeZone()) : null,
                now,
                null,
                null,
                null,
                0);
        if (entries.insert(entry)) {
            queue.joined(entry, entry.keys());
            return new Joined(entry.id(), secret);
        }
        // The same person was quicker, a moment ago, in another window.
        return again(entries.waitingFor(conference.id(), contact.email(), Entry.thing(wishes.getFirst()))
                .orElseThrow(Problem.Stale::new));
    }

    private Joined again(Entry entry) {
        queue.linkAsked(entry);
        return new Joined(entry.id(), null);
    }

    /**
     * One more wish of somebody who waits, after the others; the place in the list stays.
     *
     * @throws Problem.Conflict {@code not_waiting}, {@code enough_wishes}, {@code same_wish}, {@code available_now}
     */
    @Transactional
    public void wishAlso(ConferenceView conference, UUID id, PlaceOrder cart) {
        requireOpen(conference);
        var entry = entries.lock(conference.id(), id).filter(Entry::isWaiting).orElseThrow(Queue::notWaiting);
        if (!entry.mayHaveAnotherWish())
            throw new Problem.Conflict("enough_wishes", "You can have three wishes at most.");
        var tag = entry.locale().toLanguageTag();
        var wished = cart.orderedBy(entry.buyer().unlessBilledTo(cart.contact()), tag);
        var wish = wishing.check(conference, wished, 0, entry.pricedOn(), null);
        if (entry.wishes().stream().anyMatch(other -> other.takes().equals(wish.takes())))
            throw new Problem.Conflict("same_wish", "You wait for this already.");
        var scarce = new HashSet<>(wishing.scarce(conference, List.of(wish)));
        scarce.addAll(entry.scarce());
        var wishes = new ArrayList<>(entry.wishes());
        wishes.add(wish);
        add(wishes, wishing.alsoFor(conference, wished, 0, wish));
        entries.wish(id, wishes, scarce);
        var news = new ArrayList<>(Entry.keysOf(wishes));
        news.removeAll(entry.keys());
        queue.joined(entry, news);
    }
}
