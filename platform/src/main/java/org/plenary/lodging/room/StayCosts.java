package org.plenary.lodging.room;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.registration.Sellable.Exchange;
import org.plenary.registration.Sellable.Quoted;
import org.plenary.registration.Sellable.Take;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** What a room costs in its order by now, and its lines when a part of that is paid by somebody else. */
@Component
public class StayCosts {
    private static final TypeReference<Map<String, Integer>> TAKES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final BookedStays stays;
    private final StayLines lines;

    StayCosts(JdbcClient jdbc, Json json, BookedStays stays, StayLines lines) {
        this.jdbc = jdbc;
        this.json = json;
        this.stays = stays;
        this.lines = lines;
    }

    /** One line as it stands. */
    record Standing(UUID id, String description, Money total, BigDecimal taxRate, Map<String, Integer> takes) {}

    /** What a confirmed room costs. @param stay with its line @param tax the line over its local taxes; null for none */
    public static final class Costs {
        final BookedStay stay;
        final Standing room;
        final @Nullable Standing tax;
        final StayPrice price;

        Costs(BookedStay stay, Standing room, @Nullable Standing tax, StayPrice price) {
            this.stay = stay;
            this.room = room;
            this.tax = tax;
            this.price = price;
        }

        public BookedStay stay() {
            return stay;
        }

        public Money room() {
            return room.total();
        }

        public Money tax() {
            return tax == null ? Money.zero(room.total().getCurrencyUnit()) : tax.total();
        }

        /** The ids of its lines. */
        public List<UUID> lines() {
            return tax == null ? List.of(room.id()) : List.of(room.id(), tax.id());
        }
    }

    /** Empty for a room that is not certain, or of which earlier versions did not note the nights. */
    public Optional<Costs> of(UUID order, UUID booking) {
        var stay = stays.find(order, booking)
                .filter(each -> each.confirmed() && !each.nights().isEmpty())
                .orElse(null);
        if (stay == null) return Optional.empty();
        var taxLine = stays.taxLine(booking);
        var tax = taxLine == null ? null : standing(taxLine).orElse(null);
        return standing(stay.line()).map(room -> new Costs(stay, room, tax, price(booking)));
    }

    /** The lines that come in the place of those there are, when this much of them is somebody else's. */
    public Exchange without(Costs costs, Money room, Money tax) {
        var left = less(costs.room, room);
        var quoted = new ArrayList<>(List.of(left));
        var localTax = costs.tax == null ? null : less(costs.tax, tax);
        if (localTax != null) quoted.add(localTax);
        var stay = costs.stay;
        var sold = new Moved.Sold(
                left.line(),
                localTax == null ? null : localTax.line(),
                stay.roomType().id(),
                stay.subBlock(),
                stay.checkIn(),
                stay.checkOut(),
                stay.due().getAmountMinorLong(),
                stay.way().wire(),
                costs.price);
        var moved = new Moved(stay.id(), stay.guests(), stay.requests(), stays.joined(stay.id()), sold);
        return new Exchange(quoted, costs.lines(), json.read(json.write(moved), JsonNode.class));
    }

    /** The lines over the part that is somebody else's, the room first; without those over nothing. */
    public List<Quoted> part(Costs costs, Money room, Money tax, Locale locale) {
        var parts = new ArrayList<Quoted>();
        if (room.isPositive()) parts.add(part(lines.part(costs.stay, locale), room, costs.room.taxRate()));
        if (tax.isPositive()) parts.add(part(lines.taxPart(costs.stay, locale), tax, BigDecimal.ZERO));
        return parts;
    }

    private static Quoted part(String text, Money amount, BigDecimal taxRate) {
        return new Quoted(Ids.next(), "", text, 1, amount, amount, taxRate, List.of(), text);
    }

    private static Quoted less(Standing line, Money part) {
        var left = line.total().minus(part);
        var takes = new ArrayList<Take>();
        line.takes().forEach((key, quantity) -> takes.add(new Take(key, quantity, "")));
        return new Quoted(Ids.next(), "", line.description(), 1, left, left, line.taxRate(), takes, line);
    }

    private Optional<Standing> standing(UUID line) {
        return jdbc.sql("""
                SELECT l.*, o.currency FROM order_line l JOIN orders o ON o.id = l.order_id
                WHERE l.id = :line AND l.cancelled_at IS NULL""")
                .param("line", line)
                .query((row, n) -> standing(row))
                .optional();
    }

    private Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getObject("id", UUID.class),
                row.getString("description"),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("total_minor")),
                row.getBigDecimal("tax_rate"),
                json.read(row.getString("takes"), TAKES));
    }

    private StayPrice price(UUID booking) {
        return jdbc.sql("SELECT breakdown::text FROM room_booking WHERE id = :id")
                .param("id", booking)
                .query((row, n) -> json.read(row.getString(1), StayPrice.class))
                .single();
    }
}
