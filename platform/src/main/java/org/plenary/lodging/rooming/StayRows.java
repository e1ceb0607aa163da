package org.plenary.lodging.rooming;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.PaymentWay;
import org.plenary.lodging.hotel.RoomType;
import tools.jackson.core.type.TypeReference;

/** Reads stays out of rows of {@code room_booking} with the order's {@code code}. */
final class StayRows {
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private StayRows() {}

    static HotelStay stay(Hotel hotel, ResultSet row, Json json) throws SQLException {
        var type = row.getString("room_type_id");
        var currency = CurrencyUnit.of(row.getString("currency").strip());
        return new HotelStay(
                row.getObject("id", UUID.class),
                row.getString("code"),
                json.read(row.getString("guests"), NAMES),
                hotel.roomType(type).map(RoomType::key).orElse(type),
                row.getString("sub_block"),
                row.getObject("check_in", LocalDate.class),
                row.getObject("check_out", LocalDate.class),
                text(row, "requests"),
                PaymentWay.Kind.valueOf(row.getString("payment_way").toUpperCase(Locale.ROOT)),
                Money.ofMinor(currency, row.getLong("total_minor") - row.getLong("due_minor")),
                text(row, "acknowledgement"),
                text(row, "room_number"),
                StayState.of(row.getString("stay")).orElseThrow(),
                late(row));
    }

    private static @Nullable LateCheckOut late(ResultSet row) throws SQLException {
        var state = row.getString("late");
        if (state == null) return null;
        return new LateCheckOut(
                LateCheckOut.State.of(state).orElseThrow(),
                row.getObject("late_until", LocalTime.class),
                text(row, "late_note"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
