package org.plenary.lodging.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;

/**
 * One room of the registration form as the browser sends it.
 *
 * @param room hotel and room type in one value, {@code grand-hotel/double}, so that no choice depends on another
 * @param code that opens rooms which are kept for some people
 * @param pay the way to pay; empty for the first one
 */
record RoomRow(
        String room,
        String subBlock,
        String code,
        String checkIn,
        String checkOut,
        List<String> guests,
        String pay,
        String requests) {
    static final int MAXIMUM = 20;
    private static final int MAXIMUM_GUESTS = 10;
    private static final String ADD = "rooms.add";
    private static final String REMOVE = "rooms.remove.";

    static RoomRow of(String room, String checkIn, String checkOut, String guest) {
        return new RoomRow(room, "", "", checkIn, checkOut, List.of(guest), "", "");
    }

    /** The rows that were sent, without the one that is to be removed now. */
    static List<RoomRow> sent(MultiValueMap<String, String> parameters) {
        var rows = new ArrayList<RoomRow>();
        for (var i = 0; i < MAXIMUM && parameters.containsKey("rooms." + i + ".room_type"); i++)
            rows.add(row(parameters, "rooms." + i));
        var update = first(parameters, "update");
        if (update.startsWith(REMOVE)) {
            var index = update.substring(REMOVE.length());
            IntStream.range(0, rows.size())
                    .filter(i -> index.equals(String.valueOf(i)))
                    .boxed()
                    .findFirst()
                    .ifPresent(i -> rows.remove(i.intValue()));
        }
        return rows;
    }

    static boolean isAdding(MultiValueMap<String, String> parameters) {
        return first(parameters, "update").equals(ADD);
    }

    String hotel() {
        var slash = room.indexOf('/');
        return slash < 0 ? room : room.substring(0, slash);
    }

    String roomType() {
        var slash = room.indexOf('/');
        return slash < 0 ? "" : room.substring(slash + 1);
    }

    /** Up to the last one that is named, so that the places of those named stay. */
    List<String> named() {
        var last = guests.size();
        while (last > 0 && guests.get(last - 1).isBlank()) last--;
        return guests.subList(0, last);
    }

    private static RoomRow row(MultiValueMap<String, String> parameters, String name) {
        var guests = new ArrayList<String>();
        for (var i = 0; i < MAXIMUM_GUESTS; i++) guests.add(first(parameters, name + ".guests." + i));
        return new RoomRow(
                first(parameters, name + ".room_type"),
                first(parameters, name + ".sub_block"),
                first(parameters, name + ".sub_block_code"),
                first(parameters, name + ".check_in"),
                first(parameters, name + ".check_out"),
                guests,
                first(parameters, name + ".pay"),
                first(parameters, name + ".requests"));
    }

    private static String first(MultiValueMap<String, String> parameters, String name) {
        var value = parameters.getFirst(name);
        return value == null ? "" : value;
    }
}
