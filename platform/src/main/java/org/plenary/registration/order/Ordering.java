package org.plenary.registration.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceStatus;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticeSection;
import org.plenary.conference.Notices;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;
import org.plenary.registration.Sellable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Places orders: one cart, one transaction, everything in it is held or nothing is. */
@Component
public class Ordering {
    private static final String NIGHT = "night:";
    private static final int MAXIMUM_LOCALE = 35;

    private final Quoting quoting;
    private final Orders orders;
    private final Places places;
    private final Next next;
    private final HoldTimes holds;

    Ordering(Quoting quoting, Orders orders, Places places, Next next, HoldTimes holds) {
        this.quoting = quoting;
        this.orders = orders;
        this.places = places;
        this.next = next;
        this.holds = holds;
    }

    /** What comes after an order is written: it is certain, or waits for its approval or its payment. */
    @Component
    record Next(Written written, Inviting inviting, Notices notices, Allowed allowed, Occasions occasions) {
        void requirePayable(ConferenceView conference, Quote quote) {
            if (!quote.total().isZero()) allowed.ways().requireAny(conference);
        }

        void requirePublished(ConferenceView conference) {
            if (!notices.open(conference.id()).shows(NoticeSection.FEES)) throw closed();
        }
    }

    /** What becomes of an order that is written, and who hears of it. */
    @Component
    record Written(Confirmation confirmation, Approvals approvals, OrderEvents events) {}

    /** What the organization must have for an order: a way to be paid, and room in its plan. */
    @Component
    record Allowed(PayingWays ways, DelegateQuota quota) {}

    /**
     * @param secret opens the order; it is told this once
     * @param payable whether it is to be paid now
     */
    public record Placed(UUID order, String code, String secret, boolean confirmed, boolean payable) {}

    /**
     * Holds everything in the cart, or nothing. What is scarce is locked last, in one order and all at once, so that buyers neither
     * oversell nor wait for each other in a circle.
     *
     * @throws Problem.InvalidInput naming everything that is wrong
     * @throws Problem.Conflict {@code registration_closed}, {@code registration_paused} when the organization's plan is used up,
     *     {@code payments_not_ready} when it costs something and there is no way to pay, or {@code sold_out} naming each wish that is
     *     short
     */
    @Transactional
    public Placed place(ConferenceView conference, PlaceOrder cart) {
        requireOpen(conference);
        next.requirePublished(conference);
        quoting.guard(conference);
        checkWay(conference, cart.payBy(), cart.contact(), false);
        var locale = checkContact(conference, cart);
        var quote = quoting.quote(conference, cart, locale);
        next.requirePayable(conference, quote);
        Consumer<UUID> binding = order -> next.occasions().placed(conference, order, cart.occasion());
        return hold(conference, contactOf(cart), locale, quote, cart.invitation(), binding);
    }

    /** As {@link PayingWays#check}. */
    void checkWay(ConferenceView conference, @Nullable String payBy, @Nullable Contact contact, boolean isGroup) {
        next.allowed().ways().check(conference, payBy, contact, isGroup);
    }

    /** As {@link #place}, for people who are registered already. @param fees that they have, and the categories of these */
    @Transactional
    public Placed placeLater(ConferenceView conference, PlaceOrder cart, Set<String> fees) {
        requireOpen(conference);
        quoting.guard(conference);
        var locale = checkContact(conference, cart);
        var quote = quoting.quoteLater(conference, cart, locale, fees);
        return hold(conference, contactOf(cart), locale, quote, null, order -> {});
    }

    /** As {@link #preview}, for people who are registered already. */
    Quote previewLater(ConferenceView conference, PlaceOrder cart, Locale locale, Set<String> fees, boolean byStaff) {
        return quoting.preview(conference, cart, locale, byStaff, fees);
    }

    /** Holds all of a quote, or nothing; the caller has checked it under the guard. @param also what is written with the order */
    Placed hold(
            ConferenceView conference,
            Contact contact,
            Locale locale,
            Quote quote,
            @Nullable String invitation,
            Consumer<UUID> also) {
        next.allowed().quota().requireRoomFor(quote.delegates().size());
        var id = Ids.next();
        var secret = Ids.secret();
        var hold = holds.start();
        var code = orders.insert(id, conference.id(), contact, locale, quote, Secrets.hash(secret), hold);
        places.reserve(id, quote);
        also.accept(id);
        next.written().events().placed(id);
        next.inviting().use(conference, id, quote, invitation);
        var isAwaited = next.written().approvals().ask(conference, id, quote);
        var isFree = quote.total().isZero() && !isAwaited;
        if (isFree) next.written().confirmation().confirmFree(orders.find(id).orElseThrow(), quote);
        else next.written().events().held(quote);
        var shortages = places.take(conference.id(), quote);
        if (!shortages.isEmpty()) throw soldOut(quote, shortages);
        return new Placed(id, code, secret, isFree, !isFree && !isAwaited);
    }

    /** @param id of the order to be: the same form sent twice is one order; @param until the hold, which staff decide over */
    public record ByStaff(UUID id, Instant until) {}

    /** As {@link #place}, for somebody whom staff register: after the cut-off and the public's closing too, approved and invited by this. */
    @Transactional
    public Placed placeByStaff(ConferenceView conference, PlaceOrder cart, ByStaff desk) {
        requireNotCancelled(conference);
        if (!conference.isPublic() || conference.status() == ConferenceStatus.ARCHIVED) throw closed();
        quoting.guard(conference);
        var locale = checkContact(conference, cart, true);
        var quote = quoting.quoteForStaff(conference, cart, locale);
        next.allowed().quota().requireRoomFor(quote.delegates().size());
        var secret = Ids.secret();
        var hold = holds.until(desk.until());
        var code =
                orders.insert(desk.id(), conference.id(), contactOf(cart), locale, quote, Secrets.hash(secret), hold);
        places.reserve(desk.id(), quote);
        next.written().events().placed(desk.id());
        var isFree = quote.total().isZero();
        if (isFree)
            next.written().confirmation().confirmFree(orders.find(desk.id()).orElseThrow(), quote);
        else next.written().events().held(quote);
        var shortages = places.take(conference.id(), quote);
        if (!shortages.isEmpty()) throw soldOut(quote, shortages);
        return new Placed(desk.id(), code, secret, isFree, !isFree);
    }

    /** Checks a cart as {@link #place} does; takes nothing. */
    @Transactional(readOnly = true)
    public Quote check(ConferenceView conference, PlaceOrder cart) {
        requireOpen(conference);
        next.requirePublished(conference);
        var locale = checkContact(conference, cart);
        var quote = quoting.quote(conference, cart, locale);
        next.inviting().check(conference, quote, cart.invitation());
        return quote;
    }

    /** Nobody registers before the fees are published. */
    void requirePublished(ConferenceView conference) {
        next.requirePublished(conference);
    }

    /**
     * What is wrong with a cart that is not placed as it is. Whatever the check claims, such as the files in it, is given back: a
     * transaction that changes nothing, but not a read-only one.
     */
    @Transactional
    public List<Violation> violations(ConferenceView conference, PlaceOrder cart) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        try {
            check(conference, cart);
        } catch (Problem.InvalidInput wrong) {
            return wrong.violations();
        } catch (Problem.Conflict closed) {
            // told once nothing else is wrong
        }
        return List.of();
    }

    static void requireOpen(ConferenceView conference) {
        requireNotCancelled(conference);
        if (!conference.isOpen()) throw closed();
    }

    private static void requireNotCancelled(ConferenceView conference) {
        if (conference.isCancelled())
            throw new Problem.Conflict("conference_cancelled", "This conference is cancelled.");
    }

    private static Problem.Conflict closed() {
        return new Problem.Conflict("registration_closed", "This conference does not take registrations now.");
    }

    /** What the cart costs as far as it is filled; holds nothing. */
    public Quote preview(ConferenceView conference, PlaceOrder cart, Locale locale) {
        return quoting.preview(conference, cart, locale, false);
    }

    /** As {@link #preview}, for what staff order. */
    public Quote previewForStaff(ConferenceView conference, PlaceOrder cart, Locale locale) {
        return quoting.preview(conference, cart, locale, true);
    }

    /** Checks what the quote does not; both sets of violations are told together. */
    private Locale checkContact(ConferenceView conference, PlaceOrder cart) {
        return checkContact(conference, cart, false);
    }

    private Locale checkContact(ConferenceView conference, PlaceOrder cart, boolean byStaff) {
        return checkContact(
                conference,
                cart,
                locale -> byStaff
                        ? quoting.quoteForStaff(conference, cart, locale)
                        : quoting.quote(conference, cart, locale));
    }

    static Locale checkContact(ConferenceView conference, PlaceOrder cart, Function<Locale, Quote> quoted) {
        var found = new Violations();
        found.required("/contact", cart.contact());
        if (cart.contact() != null) cart.contact().check(found);
        var locale = locale(conference, cart.locale(), found);
        if (found.isEmpty()) return locale;
        try {
            var unused = quoted.apply(locale);
        } catch (Problem.InvalidInput wrong) {
            wrong.violations().forEach(v -> found.add(v.pointer(), v.code(), v.detail(), v.details()));
        }
        found.throwIfAny();
        return locale;
    }

    static Locale locale(ConferenceView conference, @Nullable String asked, Violations found) {
        found.optionalText("/locale", asked, MAXIMUM_LOCALE);
        return asked == null || asked.isBlank()
                ? Languages.nearest(conference.languages().getFirst().toLanguageTag())
                : Languages.nearest(asked);
    }

    static Contact contactOf(PlaceOrder cart) {
        if (cart.contact() == null) throw new IllegalStateException("the contact was checked before");
        return cart.contact();
    }

    static Problem.Conflict soldOut(Quote quote, Map<String, Integer> shortages) {
        return soldOut(
                quote.allTakes(), shortages, "Not everything in this order is there any more; nothing was taken.");
    }

    static Problem.Conflict soldOut(Collection<Sellable.Take> takes, Map<String, Integer> shortages, String detail) {
        var leastLeft = new LinkedHashMap<String, Integer>();
        var nights = new LinkedHashMap<String, TreeSet<String>>();
        for (var take : takes) {
            var left = shortages.get(take.key());
            if (left == null) continue;
            leastLeft.merge(take.pointer(), left, Math::min);
            if (take.key().startsWith(NIGHT))
                nights.computeIfAbsent(take.pointer(), p -> new TreeSet<>())
                        .add(take.key().substring(take.key().lastIndexOf(':') + 1));
        }
        var violations = new ArrayList<Violation>();
        leastLeft.forEach((pointer, left) -> violations.add(new Violation(
                pointer,
                pointer.equals("/code") ? "voucher_used_up" : "sold_out",
                left == 0 ? "Sold out." : "Only " + left + " left.",
                details(left, nights.get(pointer)))));
        return new Problem.Conflict("sold_out", detail, violations);
    }

    private static Map<String, Object> details(int left, @Nullable TreeSet<String> nights) {
        return nights == null ? Map.of("left", left) : Map.of("left", left, "nights", List.copyOf(nights));
    }
}
