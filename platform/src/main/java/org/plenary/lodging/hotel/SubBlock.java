package org.plenary.lodging.hotel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/**
 * A part of a block that is kept for some people: sponsors, speakers, staff.
 *
 * @param key names it in carts; never changes
 * @param fees whose delegates may book it, or categories of them, as {@link org.plenary.registration.FeeCategories} names them; empty for whoever knows the code
 * @param code that opens it; null for none
 * @param cutOffOn the last day on which it is sold, in the conference's zone; null for that of the hotel
 * @param atCutOff whether its rooms then go back into the main block
 * @param allotments in no order
 * @param ways to pay; empty for those of the hotel
 */
public record SubBlock(
        String key,
        LocalizedText name,
        Set<String> fees,
        @Nullable String code,
        @Nullable LocalDate cutOffOn,
        BlockTerms.CutOffAction atCutOff,
        List<Allotment> allotments,
        List<PaymentWay> ways) {
    public SubBlock {
        fees = Set.copyOf(fees);
        allotments = List.copyOf(allotments);
        ways = List.copyOf(ways);
    }

    /** @param roomType its key */
    public record Allotment(String roomType, LocalDate date, int rooms) {}

    /** How many rooms of a type it has in a night; 0 for a night that is not in it. */
    public int allotted(String roomType, LocalDate date) {
        return allotments.stream()
                .filter(each -> each.roomType().equals(roomType) && each.date().equals(date))
                .mapToInt(Allotment::rooms)
                .sum();
    }

    /** Without the nights that are not in the block, and no more rooms than are in it. */
    SubBlock within(List<RoomType> types) {
        var inside = new ArrayList<Allotment>();
        for (var each : allotments)
            types.stream()
                    .filter(type ->
                            type.key().equals(each.roomType()) && type.dates().contains(each.date()))
                    .findFirst()
                    .ifPresent(type -> inside.add(new Allotment(
                            each.roomType(), each.date(), Math.min(each.rooms(), type.contracted(each.date())))));
        return new SubBlock(key, name, fees, code, cutOffOn, atCutOff, inside, ways);
    }

    /** The key of one of its nights in {@link org.plenary.registration.Stock}. */
    public String stockKey(UUID roomType, LocalDate night) {
        return "night:" + roomType + "/" + key + ":" + night;
    }

    /** Whether somebody with these fees, or this code, may book it. */
    public boolean isFor(Set<String> theirFees, @Nullable String typed) {
        if (code != null && typed != null && code.equalsIgnoreCase(typed.strip())) return true;
        return !fees.isEmpty() && theirFees.stream().anyMatch(fees::contains);
    }
}
