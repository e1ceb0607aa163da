package org.plenary.registration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import tools.jackson.databind.JsonNode;

/**
 * SPI: something besides fees that goes into the one cart of an order. Registration counts what is left of everything, in
 * {@link Stock}; the seller says what a wish uses up, keeps its own rows, and knows its prices.
 */
public interface Sellable {
    /** The member of a cart that holds its wishes: {@code rooms} or {@code tours}. */
    String part();

    /**
     * Checks and prices the wishes, in the currency of the price list; writes nothing and takes nothing.
     *
     * @param wishes the cart's member as it was sent, never null
     * @throws org.plenary.kernel.Problem.InvalidInput with pointers such as {@code /rooms/0/check_in}
     */
    List<Quoted> quote(Buying buying, JsonNode wishes);

    /**
     * For whom and in which prices a cart is quoted.
     *
     * @param fees that its delegates have, and the categories of these, as {@link FeeCategories} names them
     * @param locale of the order
     * @param byStaff for somebody: what is closed to the public is not closed then
     */
    record Buying(ConferenceView conference, PriceList prices, Set<String> fees, Locale locale, boolean byStaff) {
        public Buying {
            fees = Set.copyOf(fees);
        }
    }

    /**
     * Other wishes that the same people would take as well, to wait for instead: what is kept for them in the place of what everybody
     * can have. Each is as fit to be quoted as the wishes are.
     *
     * @param fees as in {@link Buying}
     */
    default List<JsonNode> alternatives(ConferenceView conference, Set<String> fees, JsonNode wishes) {
        return List.of();
    }

    /**
     * The wishes as the same people can have them by now: from what everybody can have, where what was kept for them is closed. Empty when
     * nothing is to be had otherwise than it was wished.
     *
     * @param fees as in {@link Buying}
     */
    default Optional<JsonNode> fallBack(ConferenceView conference, Set<String> fees, JsonNode wishes) {
        return Optional.empty();
    }

    /** Writes its rows for an order, in the order's transaction; {@code quoted} is what {@link #quote} gave. */
    void reserve(UUID order, List<Quoted> quoted);

    /**
     * The order is certain: its rows are too. In the order's transaction. It may have been released before: a late payment
     * takes the places again, and the stock is then taken already.
     */
    void confirm(UUID order);

    /**
     * The order expired or was cancelled; registration has freed the stock. In the order's transaction. The rows are marked
     * and kept, for {@link #confirm} may still come.
     */
    void release(UUID order);

    /** Some lines of a confirmed order were cancelled: as {@link #release(UUID)}, for the rows of these lines. */
    void release(UUID order, Collection<UUID> lines);

    /**
     * Some lines of an order that is not paid are taken out of it, as if they never were in it; registration has freed the stock. In the
     * order's transaction. A {@link #confirm} that comes is for what is left.
     */
    default void drop(UUID order, Collection<UUID> lines) {
        release(order, lines);
    }

    /** Lines of an order that go when others go, by those others: the local tax of a room. */
    default Map<UUID, UUID> companions(UUID order) {
        return Map.of();
    }

    /**
     * How many percent of what they cost goes back for lines of an order that have a cancellation policy of their own.
     *
     * @param today in the conference's zone
     */
    default Map<UUID, Integer> refundPercents(ConferenceView conference, UUID order, LocalDate today) {
        return Map.of();
    }

    /**
     * Checks and prices another wish in the place of one that an order has; writes nothing and takes nothing.
     *
     * @param line of the order, one of those that {@link #quote} gave
     * @return empty when that is what the order has already
     * @throws org.plenary.kernel.Problem.NotFound when it has no such line of this seller
     * @throws org.plenary.kernel.Problem.InvalidInput with pointers such as {@code /check_in}
     */
    default Optional<Exchange> exchange(Buying buying, UUID order, UUID line, JsonNode wish) {
        throw new Problem.NotFound("This line");
    }

    /** An {@link #exchange} is made: its rows are as it says from now on. In the order's transaction. */
    default void exchanged(UUID order, JsonNode kept) {
        throw new IllegalStateException("nothing of " + part() + " is exchanged");
    }

    /** What its rows that are not released use up in the bound tenant, to be held against the stock. */
    List<Used> used();

    /** What can be bought now, as the member {@link #part} of the answer of the availability call. */
    Object availability(ConferenceView conference, Locale locale);

    /** What those of the keys are called that are its own, one by one. */
    Map<String, String> names(ConferenceView conference, Collection<String> keys, Locale locale);

    /**
     * One priced line and what it uses up.
     *
     * @param line the id of the order line; the seller's own row may use it too
     * @param pointer JSON pointer of the wish, for violations
     * @param taxRate percent contained in the price
     * @param wish what the seller needs again in {@link #reserve}
     */
    record Quoted(
            UUID line,
            String pointer,
            String description,
            int quantity,
            Money unitPrice,
            Money total,
            BigDecimal taxRate,
            List<Take> takes,
            Object wish) {}

    /** @param key as in {@link Stock} */
    record Used(UUID conference, String key, int quantity) {}

    /** @param key as in {@link Stock}; @param pointer what a shortage points to */
    record Take(String key, int quantity, String pointer) {}

    /**
     * Other lines in the place of those that an order has; none of either when they stay as they are.
     *
     * @param quoted what comes, the wish itself before what goes with it
     * @param removed the lines that go, in the same order
     * @param kept what the seller needs again in {@link #exchanged}
     */
    record Exchange(List<Quoted> quoted, List<UUID> removed, JsonNode kept) {}
}
