package org.plenary.lodging.rooming;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Json;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.rooming.HotelNumbers.Given;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The certain stays of orders, for those who booked them. */
@Component
class ConfirmedStays {
    private static final String STAYS = """
            SELECT b.*, o.code, h.definition FROM room_booking b JOIN orders o ON o.id = b.order_id
                JOIN hotel h ON h.id = b.hotel_id
            WHERE b.status = 'confirmed' AND\s""";

    private final JdbcClient jdbc;
    private final Json json;
    private final NumberImports files;

    ConfirmedStays(JdbcClient jdbc, Json json, NumberImports files) {
        this.jdbc = jdbc;
        this.json = json;
        this.files = files;
    }

    record Booked(UUID order, Hotel hotel, HotelStay stay) {}

    @Transactional(readOnly = true)
    public List<Booked> of(UUID order) {
        return jdbc.sql(STAYS + "b.order_id = :order ORDER BY b.id")
                .param("order", order)
                .query(this::booked)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Booked> find(UUID stay) {
        return jdbc.sql(STAYS + "b.id = :id")
                .param("id", stay)
                .query(this::booked)
                .optional();
    }

    /** What was taken of a file of numbers. */
    @Transactional(readOnly = true)
    public List<Given> taken(UUID file) {
        return files.taken(file);
    }

    @Transactional(readOnly = true)
    public Optional<Hotel> hotel(UUID id) {
        return jdbc.sql("SELECT definition FROM hotel WHERE id = :id")
                .param("id", id)
                .query((row, n) -> json.read(row.getString(1), Hotel.class))
                .optional();
    }

    private Booked booked(ResultSet row, int n) throws SQLException {
        var hotel = json.read(row.getString("definition"), Hotel.class);
        return new Booked(row.getObject("order_id", UUID.class), hotel, StayRows.stay(hotel, row, json));
    }
}
