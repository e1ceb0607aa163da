package org.plenary.lodging.hotel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.LocalizedText;
import org.plenary.registration.PriceList;

/**
 * A hotel that holds rooms for a conference.
 *
 * @param key names it in carts; never changes
 * @param agreement that has to be signed before it is told and sold; null for none
 * @param cutOffOn the last day on which its rooms are sold, in the conference's zone; null when they always are
 * @param subBlocks parts of the block that are for some people
 */
public record Hotel(
        UUID id,
        String key,
        LocalizedText name,
        LocalizedText address,
        List<RoomType> roomTypes,
        @Nullable LocalDate cutOffOn,
        ShoulderNights shoulderNights,
        BlockTerms terms,
        List<SubBlock> subBlocks,
        @Nullable UUID agreement,
        long version) {

    /** How many nights before the first and after the last day of the conference may be in the block. */
    public record ShoulderNights(int before, int after) {}

    public Hotel {
        roomTypes = List.copyOf(roomTypes);
        terms = Objects.requireNonNullElse(terms, BlockTerms.STANDARD);
        subBlocks = List.copyOf(Objects.requireNonNullElse(subBlocks, List.<SubBlock>of()));
    }

    /** Whether the public can book: it has opened, and is before its cut-off. */
    public boolean isOnSale(Instant now, ConferenceView conference) {
        return isOpen(now, conference) && !isPastCutOff(now, conference);
    }

    /** The conference's own cut-off goes before the hotel's, unless the two are decoupled (PLAN-09). */
    boolean isPastCutOff(Instant now, ConferenceView conference) {
        return conference.commonCutOff() == null ? isOver(cutOffOn, now, conference) : conference.isPastCutOff(now);
    }

    /** A sub-block with a day of its own goes by that, even when the main block is closed by then. */
    boolean isPastCutOff(SubBlock part, Instant now, ConferenceView conference) {
        return part.cutOffOn() == null ? isPastCutOff(now, conference) : isOver(part.cutOffOn(), now, conference);
    }

    /** The counters of sub-blocks that are closed while the main block is not. */
    List<String> closedParts(Instant now, ConferenceView conference) {
        if (!isOnSale(now, conference)) return List.of();
        var keys = new ArrayList<String>();
        for (var part : subBlocks)
            if (isPastCutOff(part, now, conference))
                for (var type : roomTypes)
                    for (var night : type.dates())
                        if (part.allotted(type.key(), night) > 0) keys.add(part.stockKey(type.id(), night));
        return keys;
    }

    private static boolean isOver(@Nullable LocalDate lastDay, Instant now, ConferenceView conference) {
        return lastDay != null
                && LocalDate.ofInstant(now, conference.timeZone()).isAfter(lastDay);
    }

    /** Whether the first day of its sale has come. */
    public boolean isOpen(Instant now, ConferenceView conference) {
        var opens = terms.opensOn();
        return opens == null || !LocalDate.ofInstant(now, conference.timeZone()).isBefore(opens);
    }

    /** As {@link #isOnSale(Instant, ConferenceView)}, for those whom the sub-block is for. */
    public boolean isOnSale(SubBlock part, Instant now, ConferenceView conference) {
        return isOpen(now, conference) && !isPastCutOff(part, now, conference);
    }

    /** The last day on which its rooms are sold for this conference; null when they always are. */
    public @Nullable LocalDate lastDay(ConferenceView conference) {
        var common = conference.commonCutOff();
        return common == null ? cutOffOn : common.on();
    }

    /** As it is sold in a currency: without the room types that are not offered in it. */
    public Hotel in(PriceList prices) {
        var types = roomTypes.stream()
                .flatMap(type -> type.in(prices, priceKey(type)).stream())
                .toList();
        var taxes = new ArrayList<LocalTax>();
        for (var tax : terms.taxes()) {
            var amount = tax.amount();
            if (amount == null) {
                taxes.add(tax);
                continue;
            }
            var listed = prices.of(priceKey(tax), amount);
            // Without the tax no room would cost what it costs.
            if (listed.isEmpty()) return with(List.of(), terms);
            taxes.add(tax.at(listed.get()));
        }
        return with(types, terms.with(taxes));
    }

    private Hotel with(List<RoomType> types, BlockTerms others) {
        return new Hotel(
                id, key, name, address, types, cutOffOn, shoulderNights, others, subBlocks, agreement, version);
    }

    /** How price lists name the rate of one of its room types. */
    public String priceKey(RoomType type) {
        return "room:" + key + "/" + type.key();
    }

    /** How price lists name one of its local taxes. */
    public String priceKey(LocalTax tax) {
        return "tax:" + key + "/" + tax.key();
    }

    /** How rooms are paid for: the first one is proposed. @param part null for the main block */
    public List<PaymentWay> ways(@Nullable SubBlock part) {
        return part == null || part.ways().isEmpty() ? terms.ways() : part.ways();
    }

    public Optional<SubBlock> subBlock(String name) {
        return subBlocks.stream().filter(part -> part.key().equals(name)).findFirst();
    }

    /** @param name its key, or its id as text */
    public Optional<RoomType> roomType(String name) {
        return roomTypes.stream()
                .filter(type -> type.key().equals(name) || type.id().toString().equals(name))
                .findFirst();
    }

    /** @param name its key, or its id as text */
    public boolean isNamed(String name) {
        return key.equals(name) || id.toString().equals(name);
    }
}
