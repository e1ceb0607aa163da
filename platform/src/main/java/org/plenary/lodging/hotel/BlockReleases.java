package org.plenary.lodging.hotel;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.lodging.hotel.BlockTerms.CutOffAction;
import org.plenary.registration.Stock;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives rooms back: those of sub-blocks into the main block, those of the block to the hotel (HOTL-02). Each cause happens once, however
 * often it is asked for.
 */
@Component
public class BlockReleases {
    private static final int ALL = 100;

    private final JdbcClient jdbc;
    private final Hotels hotels;
    private final Parts parts;

    BlockReleases(JdbcClient jdbc, Hotels hotels, Parts parts) {
        this.jdbc = jdbc;
        this.hotels = hotels;
        this.parts = parts;
    }

    /** What a release moves and tells. */
    @Component
    record Parts(Stock stock, BlockStock block, ApplicationEventPublisher events, Clock clock) {}

    /** Does what is due in a hotel by now. @return how many room nights went back to the hotel */
    @Transactional
    public int releaseDue(ConferenceView conference, String name) {
        var hotel = hotels.lock(conference.id(), name);
        var now = parts.clock().instant();
        var done = done(hotel);
        var released = 0;
        for (var part : hotel.subBlocks()) {
            var last = part.cutOffOn() == null ? hotel.lastDay(conference) : part.cutOffOn();
            if (part.atCutOff() == CutOffAction.RELEASE && hotel.isPastCutOff(part, now, conference))
                giveBack(conference, hotel, part, "cut_off:" + last + "/" + part.key(), done);
        }
        var today = LocalDate.ofInstant(now, conference.timeZone());
        for (var release : hotel.terms().releases())
            if (!release.on().isAfter(today))
                released += release(conference, hotel, "scheduled:" + release.on(), release.percent(), done);
        var last = hotel.lastDay(conference);
        if (hotel.terms().atCutOff() == CutOffAction.RELEASE && hotel.isPastCutOff(now, conference))
            released += release(conference, hotel, "cut_off:" + last, ALL, done);
        return released;
    }

    /** Gives back what is free in the main block, at once. @return how many room nights */
    @Transactional
    public int releaseByHand(ConferenceView conference, String name, int percent) {
        var hotel = hotels.lock(conference.id(), name);
        return release(conference, hotel, "by_hand:" + parts.clock().instant(), percent, done(hotel));
    }

    /**
     * The hotel gives again what it was given for a cause. What a sub-block returned stays in the main block: it may be sold by now.
     *
     * @return how many room nights
     */
    @Transactional
    public int takeBack(ConferenceView conference, String name, String cause) {
        var hotel = hotels.lock(conference.id(), name);
        var rooms = jdbc.sql("""
                UPDATE block_release SET taken_back_at = :now
                WHERE hotel_id = :hotel AND cause = :cause AND kind = 'RELEASED' AND taken_back_at IS NULL RETURNING rooms""")
                .param("now", Timestamp.from(parts.clock().instant()))
                .param("hotel", hotel.id())
                .param("cause", cause)
                .query(Integer.class)
                .list();
        parts.block().define(conference.id(), hotel, hotel);
        return rooms.stream().mapToInt(Integer::intValue).sum();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<BlockRelease> of(UUID hotel) {
        return jdbc.sql("SELECT * FROM block_release WHERE hotel_id = :hotel ORDER BY id DESC")
                .param("hotel", hotel)
                .query((row, n) -> {
                    var back = row.getTimestamp("taken_back_at");
                    return new BlockRelease(
                            row.getObject("id", UUID.class),
                            hotel,
                            row.getObject("room_type_id", UUID.class),
                            row.getObject("night", LocalDate.class),
                            row.getString("sub_block"),
                            BlockRelease.Kind.valueOf(row.getString("kind")),
                            row.getInt("rooms"),
                            row.getString("cause"),
                            row.getTimestamp("released_at").toInstant(),
                            back == null ? null : back.toInstant());
                })
                .list();
    }

    private void giveBack(ConferenceView conference, Hotel hotel, SubBlock part, String cause, List<String> done) {
        if (done.contains(cause)) return;
        var nights = new TreeMap<String, Night>();
        for (var type : hotel.roomTypes())
            for (var night : type.dates())
                if (part.allotted(type.key(), night) > 0)
                    nights.put(part.stockKey(type.id(), night), new Night(type.id(), night, part.key()));
        give(conference, hotel, BlockRelease.Kind.RETURNED, cause, ALL, nights);
        parts.block().define(conference.id(), hotel, hotel);
    }

    private int release(ConferenceView conference, Hotel hotel, String cause, int percent, List<String> done) {
        if (done.contains(cause)) return 0;
        var nights = new TreeMap<String, Night>();
        for (var type : hotel.roomTypes())
            for (var night : type.dates()) nights.put(type.stockKey(night), new Night(type.id(), night, ""));
        var rooms = give(conference, hotel, BlockRelease.Kind.RELEASED, cause, percent, nights);
        parts.events()
                .publishEvent(new BlockReleased(Tenancy.require().id(), conference.id(), hotel.id(), cause, rooms));
        return rooms;
    }

    private record Night(UUID roomType, LocalDate date, String part) {}

    private int give(
            ConferenceView conference,
            Hotel hotel,
            BlockRelease.Kind kind,
            String cause,
            int percent,
            Map<String, Night> nights) {
        var percents = new HashMap<String, Integer>();
        nights.keySet().forEach(key -> percents.put(key, percent));
        var gone = parts.stock().giveUp(conference.id(), percents);
        write(conference, hotel, kind, cause, gone, nights);
        jdbc.sql("UPDATE hotel SET releases_done = array_append(releases_done, :cause) WHERE id = :hotel")
                .param("cause", cause)
                .param("hotel", hotel.id())
                .update();
        return gone.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void write(
            ConferenceView conference,
            Hotel hotel,
            BlockRelease.Kind kind,
            String cause,
            Map<String, Integer> gone,
            Map<String, Night> nights) {
        var of = gone.keySet().stream()
                .map(key -> Objects.requireNonNull(nights.get(key), "only what was asked for goes"))
                .toList();
        jdbc.sql("""
                INSERT INTO block_release (id, conference_id, hotel_id, room_type_id, night, sub_block, kind, rooms, cause, released_at)
                SELECT gone.id, :conference, :hotel, gone.type, gone.night, gone.part, :kind, gone.rooms, :cause, :now
                FROM unnest(:ids, :types, :nights, :parts, :rooms) AS gone (id, type, night, part, rooms)""")
                .param("conference", conference.id())
                .param("hotel", hotel.id())
                .param("kind", kind.name())
                .param("cause", cause)
                .param("now", Timestamp.from(parts.clock().instant()))
                .param("ids", column("uuid", of, night -> Ids.next()))
                .param("types", column("uuid", of, Night::roomType))
                .param("nights", column("date", of, Night::date))
                .param("parts", column("text", of, Night::part))
                .param("rooms", new SqlArrayValue("int", gone.values().toArray()))
                .update();
    }

    private static SqlArrayValue column(String type, List<Night> nights, Function<Night, Object> value) {
        return new SqlArrayValue(type, nights.stream().map(value).toArray());
    }

    private List<String> done(Hotel hotel) {
        return jdbc.sql("SELECT unnest(releases_done) FROM hotel WHERE id = :hotel")
                .param("hotel", hotel.id())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
