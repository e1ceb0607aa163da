package org.plenary.lodging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A block of five nights with a sub-block, a story of what was done to it, and what holds whatever that was. */
abstract class BlockOfAYearFixture extends PlenaryIT {
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));
    static final LocalDate FIRST = LocalDate.of(2027, 5, 9);
    static final int NIGHTS = 5;

    @Autowired
    private ConferenceApi conferences;

    @Autowired
    private StockCheck stockCheck;

    @Autowired
    JdbcClient jdbc;

    final List<String> orders = Collections.synchronizedList(new ArrayList<>());
    final List<String> done = Collections.synchronizedList(new ArrayList<>());
    final List<LocalDate> releaseDays = new ArrayList<>();
    private final Map<String, Integer> overhang = new HashMap<>();

    Tenant tenant;
    Http owner;
    Http delegate;
    int rooms = 6;

    @BeforeEach
    void aBlock() {
        tenant = aTenant();
        owner = owner(tenant);
        delegate = anonymous(tenant);
        aConference(owner);
        aFee(owner, "regular", "0.00", null);
        publish(owner);
        owner.post(PATH + "/hotels", hotel(null)).expect(201);
    }

    private record Level(String key, int capacity, int used) {
        int over() {
            return Math.max(0, used - capacity);
        }
    }

    void check() {
        var story = String.join("\n", done);
        assertThat(as(stockCheck::differences)).as(story).isEmpty();
        for (var level : levels()) {
            assertThat(level.over())
                    .as("%s after %s", level, story)
                    .isLessThanOrEqualTo(overhang.getOrDefault(level.key(), 0));
            overhang.put(level.key(), level.over());
        }
        contracted()
                .forEach((night, there) -> assertThat(there)
                        .as("rooms to sell and rooms that went back on %s after %s", night, story)
                        .isEqualTo(Math.max(rooms, lost(night))));
    }

    /** A contract for less than is sold stays so until guests cancel. */
    void tolerateWhatTheOrganizerDid() {
        levels().forEach(level -> overhang.put(level.key(), level.over()));
    }

    private List<Level> levels() {
        return as(() -> jdbc.sql("SELECT key, capacity, used FROM stock WHERE key LIKE 'night:%' ORDER BY key")
                .query((row, n) -> new Level(row.getString(1), row.getInt(2), row.getInt(3)))
                .list());
    }

    /** Per night: capacities of the main block and the sub-block, and what is with the hotel. */
    private Map<String, Integer> contracted() {
        var nights = new LinkedHashMap<String, Integer>();
        for (var level : levels())
            nights.merge(level.key().substring(level.key().length() - 10), level.capacity(), Integer::sum);
        nights.replaceAll((night, capacity) -> capacity + released(night));
        return nights;
    }

    /** What cannot be less than it is, however small the contract has become: what went back, and what speakers keep. */
    private int lost(String night) {
        return released(night)
                + as(() -> jdbc.sql(
                                "SELECT coalesce(sum(capacity), 0)::int FROM stock WHERE key LIKE '%/speakers:' || :night")
                        .param("night", night)
                        .query(Integer.class)
                        .single());
    }

    private int released(String night) {
        return as(() -> jdbc.sql("""
                        SELECT coalesce(sum(rooms), 0)::int FROM block_release
                        WHERE kind = 'RELEASED' AND taken_back_at IS NULL AND night = CAST(:night AS date)""").param("night", night).query(Integer.class).single());
    }

    <T> T as(java.util.function.Supplier<T> act) {
        return Tenancy.callAs(tenant, act::get);
    }

    ConferenceView conference() {
        return conferences.bySlug("conf27");
    }

    String one(Random random) {
        synchronized (orders) {
            return PATH + "/orders/" + orders.get(random.nextInt(orders.size()));
        }
    }

    void note(String act, Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(500);
        done.add(act + " " + answer.status() + (answer.status() < 400 ? "" : " " + answer.text("/type")));
    }

    String hotel(LocalDate cutOff) {
        var nights = new ArrayList<String>();
        for (var i = 0; i < NIGHTS; i++)
            nights.add("{\"date\": \"%s\", \"rooms\": %d}".formatted(FIRST.plusDays(i), rooms));
        var days = releaseDays.stream()
                .map("{\"on\": \"%s\", \"percent\": 40}"::formatted)
                .toList();
        return """
                {"key": "grand", "name": "Grand Hotel", "address": "1 Main Street", "cut_off_on": %s,
                 "room_types": [{"key": "double", "name": "Double", "occupancy": 2,
                    "nightly_rate": {"amount": "100.00", "currency": "EUR"}, "nights": [%s]}],
                 "terms": {"releases": [%s], "ways": [{"kind": "full"}, {"kind": "deposit", "percent": 10}, {"kind": "guarantee"}],
                    "taxes": [{"name": "City tax", "per": "guest_night", "amount": {"amount": "2.50", "currency": "EUR"}}]},
                 "sub_blocks": [{"key": "speakers", "name": "Speakers", "code": "VIP", "allotments": [
                    {"room_type": "double", "date": "%s", "rooms": 2}, {"room_type": "double", "date": "%s", "rooms": 3}]}],
                 "shoulder_nights": {"before": 1, "after": 1}}""".formatted(
                        cutOff == null ? null : "\"" + cutOff + "\"",
                        String.join(", ", nights),
                        String.join(", ", days),
                        FIRST.plusDays(1),
                        FIRST.plusDays(2));
    }
}
