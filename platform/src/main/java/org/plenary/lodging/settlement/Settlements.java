package org.plenary.lodging.settlement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.lodging.hotel.Hotel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** The settlements with hotels, as they are kept; one for each hotel. */
@Component
class Settlements {
    private static final int MOST_LINES = 20_000;
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final TypeReference<List<Money>> RATES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final AuditTrail audit;

    Settlements(JdbcClient jdbc, Json json, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Comparison compare(ConferenceView conference, Hotel hotel) {
        return Comparison.of(of(hotel, ""), stays(conference, hotel), conference.currency());
    }

    @Transactional
    public void add(ConferenceView conference, Hotel hotel, List<InvoiceLine> lines) {
        var settlement = lock(hotel).with(lines);
        if (settlement.lines().size() > MOST_LINES)
            throw new Problem.Conflict("too_many_lines", "A hotel has at most 20,000 lines.");
        write(hotel, settlement);
        audit.record(
                "hotel-invoice.lines-added",
                hotel.key(),
                Map.of("conference", conference.slug(), "lines", lines.size()));
    }

    @Transactional
    public void remove(ConferenceView conference, Hotel hotel, UUID line) {
        write(hotel, lock(hotel).without(line));
        audit.record(
                "hotel-invoice.line-removed",
                hotel.key(),
                Map.of("conference", conference.slug(), "line", line.toString()));
    }

    /** @throws Problem.NotFound when there is no such row, or nothing differs in it */
    @Transactional
    public void judge(ConferenceView conference, Hotel hotel, String key, Settlement.Verdict verdict) {
        var settlement = lock(hotel);
        var differs = Comparison.of(settlement, stays(conference, hotel), conference.currency()).rows().stream()
                .anyMatch(row -> row.key().equals(key) && row.kind() != Comparison.Kind.MATCHED);
        if (!differs) throw new Problem.NotFound("This difference");
        write(hotel, settlement.with(key, verdict));
        audit.record(
                "hotel-invoice.difference-" + verdict.kind().wire(),
                hotel.key(),
                Map.of("conference", conference.slug(), "row", key));
    }

    /** @param nights as in {@link Settlement} */
    @Transactional
    public void charge(ConferenceView conference, Hotel hotel, @Nullable Integer nights) {
        write(hotel, lock(hotel).charging(nights));
        audit.record(
                "hotel-invoice.no-show-terms",
                hotel.key(),
                Map.of("conference", conference.slug(), "nights", nights == null ? "all" : nights));
    }

    private Settlement lock(Hotel hotel) {
        jdbc.sql("""
                INSERT INTO hotel_settlement (hotel_id, document) VALUES (:hotel, CAST(:none AS jsonb)) ON CONFLICT DO NOTHING""")
                .param("hotel", hotel.id())
                .param("none", json.write(Settlement.NONE))
                .update();
        return of(hotel, " FOR UPDATE");
    }

    private Settlement of(Hotel hotel, String lock) {
        return jdbc.sql("SELECT document FROM hotel_settlement WHERE hotel_id = :hotel" + lock)
                .param("hotel", hotel.id())
                .query((row, n) -> json.read(row.getString(1), Settlement.class))
                .optional()
                .orElse(Settlement.NONE);
    }

    private void write(Hotel hotel, Settlement settlement) {
        jdbc.sql("UPDATE hotel_settlement SET document = CAST(:document AS jsonb) WHERE hotel_id = :hotel")
                .param("document", json.write(settlement))
                .param("hotel", hotel.id())
                .update();
    }

    /** Those sold in the conference's main currency: that of the contract. */
    private List<Stayed> stays(ConferenceView conference, Hotel hotel) {
        return jdbc.sql("""
                SELECT b.id, o.code, coalesce(b.acknowledgement, '') AS acknowledgement, b.guests, b.check_in, b.check_out,
                    b.payment_way, b.currency, b.due_minor, b.stay = 'no_show' AS no_show,
                    coalesce(jsonb_path_query_array(b.breakdown, '$.nights[*].rate'), '[]') AS rates, b.rate_minor,
                    CASE b.payment_way WHEN 'master' THEN b.total_minor ELSE b.due_minor END AS expected_minor
                FROM room_booking b JOIN orders o ON o.id = b.order_id
                WHERE b.hotel_id = :hotel AND b.status = 'confirmed' AND b.currency = :currency
                ORDER BY b.check_in, b.id""")
                .param("hotel", hotel.id())
                .param("currency", conference.currency().getCode())
                .query((row, n) -> {
                    var currency = CurrencyUnit.of(row.getString("currency"));
                    var expected = Money.ofMinor(currency, row.getLong("expected_minor"));
                    var checkIn = row.getObject("check_in", LocalDate.class);
                    var checkOut = row.getObject("check_out", LocalDate.class);
                    var nights = Math.toIntExact(ChronoUnit.DAYS.between(checkIn, checkOut));
                    var rates = json.read(row.getString("rates"), RATES);
                    // What was sold before nights were noted one by one had one rate.
                    var rate = Money.ofMinor(currency, row.getLong("rate_minor"));
                    return new Stayed(
                            row.getObject("id", UUID.class),
                            row.getString("code"),
                            row.getString("acknowledgement"),
                            json.read(row.getString("guests"), NAMES),
                            checkIn,
                            checkOut,
                            row.getString("payment_way"),
                            row.getBoolean("no_show"),
                            rates.isEmpty() ? Collections.nCopies(nights, rate) : rates,
                            expected,
                            expected,
                            nights,
                            Money.ofMinor(currency, row.getLong("due_minor")));
                })
                .list();
    }
}
