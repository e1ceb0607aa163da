package org.plenary.lodging.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Posted;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.HotelInput;
import org.plenary.lodging.hotel.HotelInput.NightInput;
import org.plenary.lodging.hotel.HotelInput.RoomTypeInput;
import org.plenary.lodging.hotel.HotelInput.ShoulderInput;
import org.plenary.lodging.hotel.Keys;
import org.plenary.lodging.hotel.RoomType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A hotel's form as the browser sends it. Fields are named as the pointers of the API's members; a night's number of rooms
 * is {@code room_types.0.nights.2027-05-14}, and empty when the night is not in the block.
 */
final class HotelForm {
    static final List<String> TAGS = List.of("en", "zh-CN");
    static final String NEW_AGREEMENT = "new";
    private static final int MAXIMUM_ROOM_TYPES = 30;
    private static final int MAXIMUM_SHOULDER = 30;

    private final ConferenceView conference;
    private final MultiValueMap<String, String> values;

    HotelForm(ConferenceView conference, MultiValueMap<String, String> values) {
        this.conference = conference;
        this.values = new LinkedMultiValueMap<>(values);
    }

    /** A new hotel: one room type to begin with, and the night before the conference. */
    static HotelForm blank(ConferenceView conference) {
        var form = new HotelForm(conference, new LinkedMultiValueMap<>());
        form.values.set("shoulder_nights.before", "1");
        form.values.set("shoulder_nights.after", "0");
        form.addRoomType();
        return form;
    }

    static HotelForm of(ConferenceView conference, Hotel hotel) {
        var form = new HotelForm(conference, new LinkedMultiValueMap<>());
        var values = form.values;
        values.set("version", String.valueOf(hotel.version()));
        for (var tag : TAGS) {
            values.set("name." + tag, hotel.name().forTag(tag));
            values.set("address." + tag, hotel.address().forTag(tag));
        }
        if (hotel.cutOffOn() != null) values.set("cut_off_on", hotel.cutOffOn().toString());
        if (hotel.agreement() != null) values.set("agreement", hotel.agreement().toString());
        values.set(
                "shoulder_nights.before", String.valueOf(hotel.shoulderNights().before()));
        values.set(
                "shoulder_nights.after", String.valueOf(hotel.shoulderNights().after()));
        for (var i = 0; i < hotel.roomTypes().size(); i++)
            form.put("room_types." + i, hotel.roomTypes().get(i));
        return form;
    }

    private void put(String field, RoomType type) {
        values.set(field + ".key", type.key());
        for (var tag : TAGS) values.set(field + ".name." + tag, type.name().forTag(tag));
        values.set(field + ".occupancy", String.valueOf(type.occupancy()));
        values.set(
                field + ".nightly_rate.amount", type.nightlyRate().getAmount().toPlainString());
        type.nights().forEach(night -> values.set(field + ".nights." + night.date(), String.valueOf(night.rooms())));
    }

    /** The value of a field; templates call it. */
    public String get(String field) {
        var value = values.getFirst(field);
        return value == null ? "" : value;
    }

    /** The indexes of the room types. */
    public List<Integer> getRoomTypes() {
        var indexes = new ArrayList<Integer>();
        for (var i = 0; i < MAXIMUM_ROOM_TYPES && values.containsKey("room_types." + i + ".key"); i++) indexes.add(i);
        return indexes;
    }

    /** The nights that can be in the block, in rising order. */
    public List<LocalDate> getNights() {
        return conference
                .startsOn()
                .minusDays(shoulder("before"))
                .datesUntil(conference.endsOn().plusDays(shoulder("after") + 1L))
                .toList();
    }

    private int shoulder(String side) {
        var text = get("shoulder_nights." + side).strip();
        return text.matches("\\d{1,2}") ? Math.min(Integer.parseInt(text), MAXIMUM_SHOULDER) : 0;
    }

    boolean isUpdate() {
        return values.containsKey("update");
    }

    /** Does what one of the buttons that draw the page again asks for. */
    void update() {
        var update = get("update");
        if (update.equals("room_types.add")) addRoomType();
        var index = update.substring(update.lastIndexOf('.') + 1);
        if (!index.matches("\\d{1,2}")) return;
        if (update.startsWith("room_types.remove.")) removeRoomType(Integer.parseInt(index));
        if (update.startsWith("room_types.fill.")) fill("room_types." + index);
    }

    private void addRoomType() {
        var next = getRoomTypes().size();
        if (next == MAXIMUM_ROOM_TYPES) return;
        values.set("room_types." + next + ".key", "");
        values.set("room_types." + next + ".occupancy", "2");
    }

    private void removeRoomType(int gone) {
        if (getRoomTypes().size() < 2) return;
        var moved = new LinkedMultiValueMap<String, String>();
        values.forEach((name, value) -> {
            if (!name.matches("room_types\\.\\d{1,2}\\..*")) {
                moved.put(name, value);
                return;
            }
            var index = Integer.parseInt(name.split("\\.", 3)[1]);
            if (index < gone) moved.put(name, value);
            if (index > gone) moved.put(name.replaceFirst("\\d+", String.valueOf(index - 1)), value);
        });
        values.clear();
        values.putAll(moved);
    }

    /** The same number for every night. */
    private void fill(String field) {
        getNights().forEach(night -> values.set(field + ".nights." + night, get(field + ".every_night")));
    }

    /** The tag of the version that the form was filled from. */
    @Nullable
    String ifMatch() {
        var version = get("version");
        return version.isEmpty() ? null : "\"" + version + "\"";
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput for what is no number or date */
    HotelInput asInput() {
        var posted = new Posted(values);
        var types = new ArrayList<@Nullable RoomTypeInput>();
        // Those that are there already keep theirs, so new ones get others.
        var keys = new ArrayList<>(getRoomTypes().stream()
                .map(i -> get("room_types." + i + ".key"))
                .toList());
        getRoomTypes().forEach(i -> types.add(roomType(posted, "room_types." + i, keys)));
        var before = posted.integer("shoulder_nights.before");
        var after = posted.integer("shoulder_nights.after");
        var input = new HotelInput(
                null,
                posted.texts("name"),
                posted.texts("address"),
                types,
                posted.date("cut_off_on"),
                new ShoulderInput(before, after),
                null,
                null,
                agreement(posted));
        posted.throwIfWrong();
        return input;
    }

    /** Whether a draft is to be begun with this hotel. */
    boolean beginsAgreement() {
        return get("agreement").equals(NEW_AGREEMENT);
    }

    private @Nullable UUID agreement(Posted posted) {
        if (beginsAgreement()) return null;
        var chosen = posted.id("agreement");
        return chosen == null ? HotelInput.NO_AGREEMENT : chosen;
    }

    private RoomTypeInput roomType(Posted posted, String field, List<String> keys) {
        var name = posted.texts(field + ".name");
        var key = posted.text(field + ".key");
        if (key == null) key = Keys.of(name, keys, "room");
        keys.add(key);
        if (datesOf(field).isEmpty() && !get(field + ".every_night").isBlank()) fill(field);
        var nights = new ArrayList<@Nullable NightInput>();
        datesOf(field).forEach(date -> nights.add(new NightInput(date, posted.integer(field + ".nights." + date))));
        return new RoomTypeInput(
                key,
                name,
                posted.integer(field + ".occupancy"),
                posted.money(field + ".nightly_rate.amount", conference.currency()),
                nights);
    }

    /** The nights with a number of rooms. */
    private List<LocalDate> datesOf(String field) {
        return getNights().stream()
                .filter(date -> !get(field + ".nights." + date).isBlank())
                .toList();
    }

    /** Brings messages to fields that are there. */
    Map<String, String> onFields(Map<String, String> errors) {
        var placed = new LinkedHashMap<String, String>();
        errors.forEach((field, message) -> placed.putIfAbsent(onField(field), message));
        return placed;
    }

    private String onField(String field) {
        if (field.endsWith("name") || field.equals("address")) return field + "." + TAGS.getFirst();
        if (field.endsWith("nightly_rate")) return field + ".amount";
        if (field.matches("room_types\\.\\d+\\.nights")) return field.replace("nights", "every_night");
        if (!field.matches("room_types\\.\\d+\\.nights\\.\\d+\\..*")) return field;
        var parts = field.split("\\.");
        var type = parts[0] + "." + parts[1];
        var dates = datesOf(type);
        var at = Integer.parseInt(parts[3]);
        return at < dates.size() ? type + ".nights." + dates.get(at) : type + ".every_night";
    }
}
