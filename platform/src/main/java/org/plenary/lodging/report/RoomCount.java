package org.plenary.lodging.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Rooms of one night, or room nights of several.
 *
 * @param contracted what the contract says, whatever was given back since
 * @param released what went back to the hotel and was not taken back
 * @param returned what sub-blocks gave into the main block
 * @param held in orders that are not paid yet
 * @param sold in confirmed orders
 * @param left what can still be sold
 */
public record RoomCount(int contracted, int released, int returned, int held, int sold, int left) {
    public static final RoomCount NONE = new RoomCount(0, 0, 0, 0, 0, 0);
    private static final int HUNDRED = 100;

    public RoomCount plus(RoomCount other) {
        return new RoomCount(
                contracted + other.contracted,
                released + other.released,
                returned + other.returned,
                held + other.held,
                sold + other.sold,
                left + other.left);
    }

    /** Held or sold. */
    public int taken() {
        return held + sold;
    }

    /** How much of what was contracted is held or sold, rounded down: rooms that went back were not picked up. */
    @JsonProperty("pickup_percent")
    public int percent() {
        return contracted == 0 ? 0 : Math.min(HUNDRED, Math.toIntExact((long) HUNDRED * taken() / contracted));
    }

    boolean isNothing() {
        return contracted == 0 && taken() == 0;
    }
}
