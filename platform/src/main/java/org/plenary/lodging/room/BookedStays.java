package org.plenary.lodging.room;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.PaymentWay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** The rooms of orders as they were sold. */
@Component
public class BookedStays {
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final String SELECT = """
            SELECT b.*, h.definition FROM room_booking b JOIN hotel h ON h.id = b.hotel_id
            WHERE b.status <> 'released' AND b.order_id = :order""";

    private final JdbcClient jdbc;
    private final Json json;

    BookedStays(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Without those that were given back. */
    @Transactional(readOnly = true)
    public List<BookedStay> of(UUID order) {
        return jdbc.sql(SELECT + " ORDER BY b.id")
                .param("order", order)
                .query(this::stay)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<BookedStay> find(UUID order, UUID id) {
        return jdbc.sql(SELECT + " AND b.id = :id")
                .param("order", order)
                .param("id", id)
                .query(this::stay)
                .optional();
    }

    Optional<BookedStay> ofLine(UUID order, UUID line) {
        return jdbc.sql(SELECT + " AND coalesce(b.line_id, b.id) = :line")
                .param("order", order)
                .param("line", line)
                .query(this::stay)
                .optional();
    }

    /** The names of those who share it by invitation. */
    List<String> joined(UUID booking) {
        return jdbc.sql("SELECT name FROM room_mate WHERE booking_id = :id AND status = 'joined' ORDER BY id")
                .param("id", booking)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** The line over the local taxes of a room; null when there is none. */
    @Nullable
    UUID taxLine(UUID booking) {
        return jdbc.sql("SELECT tax_line FROM room_booking WHERE id = :id AND tax_line IS NOT NULL")
                .param("id", booking)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private BookedStay stay(ResultSet row, int n) throws SQLException {
        var hotel = json.read(row.getString("definition"), Hotel.class);
        var id = row.getObject("id", UUID.class);
        var currency = CurrencyUnit.of(row.getString("currency"));
        @Nullable String breakdown = row.getString("breakdown");
        var price = breakdown == null ? new StayPrice(List.of(), List.of()) : json.read(breakdown, StayPrice.class);
        return new BookedStay(
                id,
                row.getObject("order_id", UUID.class),
                Objects.requireNonNullElse(row.getObject("line_id", UUID.class), id),
                row.getString("number"),
                row.getString("acknowledgement"),
                hotel,
                hotel.roomType(row.getString("room_type_id"))
                        .orElseThrow(() -> new IllegalStateException("a room type that is booked stays")),
                row.getString("sub_block"),
                row.getObject("check_in", LocalDate.class),
                row.getObject("check_out", LocalDate.class),
                json.read(row.getString("guests"), NAMES),
                row.getString("status").equals("confirmed"),
                price.nights().stream()
                        .map(night -> new BookedStay.Night(night.date(), night.rate()))
                        .toList(),
                price.taxes().stream()
                        .map(tax -> new BookedStay.Tax(tax.name(), tax.amount(), tax.atHotel()))
                        .toList(),
                Money.ofMinor(currency, row.getLong("total_minor")),
                Money.ofMinor(currency, row.getLong("due_minor")),
                PaymentWay.Kind.valueOf(row.getString("payment_way").toUpperCase(Locale.ROOT)),
                Objects.requireNonNullElse(row.getString("requests"), ""));
    }
}
