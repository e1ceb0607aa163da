package org.plenary.lodging.block;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Posted;
import org.plenary.lodging.hotel.BedType;
import org.plenary.lodging.hotel.Board;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.HotelInput.GuestRateInput;
import org.plenary.lodging.hotel.HotelInput.NightInput;
import org.plenary.lodging.hotel.HotelInput.RoomTypeInput;
import org.plenary.lodging.hotel.RoomType;

/** What the room types of a hotel are like and cost, by the number of guests and night by night. */
final class RatesForm {
    private RatesForm() {}

    static Posted of(Hotel hotel) {
        var form = Posted.empty().set("version", hotel.version());
        for (var i = 0; i < hotel.roomTypes().size(); i++) {
            var type = hotel.roomTypes().get(i);
            var at = "room_types." + i;
            var features = type.features();
            form.set(at + ".accessible", features.accessible())
                    .set(at + ".board", features.board().wire())
                    .set(
                            at + ".beds",
                            features.beds() == null ? "" : features.beds().wire())
                    .set(at + ".nightly_rate", type.nightlyRate());
            type.guestRates().forEach(each -> form.set(at + ".guests." + each.guests(), each.rate()));
            type.nights().forEach(night -> form.set(at + ".nights." + night.date(), night.rate()));
        }
        return form;
    }

    /** An empty rate of a night is the standard one. */
    static List<@Nullable RoomTypeInput> input(Hotel hotel, Posted form, CurrencyUnit currency) {
        var types = new ArrayList<@Nullable RoomTypeInput>();
        for (var i = 0; i < hotel.roomTypes().size(); i++) {
            var type = hotel.roomTypes().get(i);
            var at = "room_types." + i;
            var standard = form.money(at + ".nightly_rate", currency);
            var nights = new ArrayList<@Nullable NightInput>();
            for (var night : type.nights()) {
                var rate = form.money(at + ".nights." + night.date(), currency);
                nights.add(new NightInput(night.date(), night.rooms(), rate == null ? standard : rate));
            }
            var byGuests = new ArrayList<@Nullable GuestRateInput>();
            for (var guests = 1; guests <= type.occupancy(); guests++) {
                var rate = form.money(at + ".guests." + guests, currency);
                if (rate != null) byGuests.add(new GuestRateInput(guests, rate));
            }
            types.add(new RoomTypeInput(
                    type.key(), type.name(), type.occupancy(), standard, nights, features(form, at), byGuests));
        }
        return types;
    }

    private static RoomType.Features features(Posted form, String at) {
        BedType beds = null;
        for (var each : BedType.values()) if (each.wire().equals(form.get(at + ".beds"))) beds = each;
        var board = Board.ROOM_ONLY;
        for (var each : Board.values()) if (each.wire().equals(form.get(at + ".board"))) board = each;
        return new RoomType.Features(form.isOn(at + ".accessible"), beds, board);
    }

    /** Brings messages of the API's members to the fields of the form. */
    static Map<String, String> onFields(Hotel hotel, Map<String, String> errors) {
        var placed = new LinkedHashMap<String, String>();
        errors.forEach((field, message) -> placed.putIfAbsent(onField(hotel, field), message));
        return placed;
    }

    private static String onField(Hotel hotel, String field) {
        var parts = field.split("\\.");
        if (parts.length < 3 || !parts[1].matches("\\d{1,2}")) return "";
        var at = parts[0] + "." + parts[1];
        if (parts.length < 4) return at + "." + parts[2];
        var type = hotel.roomTypes().get(Integer.parseInt(parts[1]));
        var index = parts[3].matches("\\d{1,2}") ? Integer.parseInt(parts[3]) : -1;
        if (parts[2].equals("nights") && index >= 0 && index < type.nights().size())
            return at + ".nights." + type.nights().get(index).date();
        return parts[2].equals("nightly_rate") ? at + ".nightly_rate" : field;
    }
}
