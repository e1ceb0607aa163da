package org.plenary.lodging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenary.kernel.Problem;
import org.plenary.lodging.hotel.BlockReleases;
import org.plenary.lodging.hotel.DueReleases;
import org.plenary.registration.LineChanges;
import org.plenary.registration.order.ChangeEnding;
import org.plenary.registration.order.HoldSweeper;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever delegates, staff, the calendar and the contract do to a block, several at a time: no night is sold twice, no room is lost,
 * and the counters agree with the rows.
 */
class AnyYearOfABlockIT extends BlockOfAYearFixture {
    private static final int WEEKS = 52;
    private static final int AT_ONCE = 4;
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> WAYS = List.of("full", "deposit", "guarantee");

    @Autowired
    private DueReleases due;

    @Autowired
    private BlockReleases releases;

    @Autowired
    private HoldSweeper holds;

    @Autowired
    private ChangeEnding changeEnding;

    @Autowired
    private LineChanges changes;

    @ParameterizedTest
    @ValueSource(longs = {7, 2027})
    void noNightIsSoldTwiceAndNoRoomIsLost(long seed) throws Exception {
        var random = new Random(seed);
        // While there are rooms, so that some bookings are certain and can be moved, whatever comes later.
        for (var i = 0; i < 12; i++) {
            book(random);
            move(random);
        }
        check();

        for (var week = 0; week < WEEKS; week++) {
            together(random);
            check();
            organizer(random);
            if (done.getLast().startsWith("contract")) tolerateWhatTheOrganizerDid();
            check();
        }

        for (var act : List.of(
                "book 201",
                "book 409",
                "cancel 200",
                "give up a room 200",
                "released",
                "taken back",
                "move done",
                "move held",
                "move refused")) assertThat(done).anyMatch(each -> each.startsWith(act));
    }

    /** Several people at a time. */
    private void together(Random random) throws Exception {
        var acts = new ArrayList<Callable<Void>>();
        for (var i = 0; i < AT_ONCE; i++) {
            var own = new Random(random.nextLong());
            acts.add(() -> {
                somebody(own);
                return null;
            });
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var act : executor.invokeAll(acts)) act.get();
        }
    }

    private void somebody(Random random) {
        switch (random.nextInt(10)) {
            case 0 -> cancel(random);
            case 1, 2 -> giveUpARoom(random);
            case 3 -> letLapse();
            case 4, 5 -> move(random);
            default -> book(random);
        }
    }

    private void book(Random random) {
        var wishes = new ArrayList<Map<String, Object>>();
        for (var i = 0; i <= random.nextInt(2); i++) {
            wishes.add(wish(random, WAYS.get(random.nextInt(3))));
        }
        var contact = Map.of("name", "Ada", "email", "ada@example.org", "country", "DE");
        var answer =
                delegate.post(PATH + "/orders", Map.of("contact", contact, "delegates", List.of(), "rooms", wishes));
        note("book", answer);
        if (answer.status() == 201) orders.add(answer.text("/code"));
    }

    private static Map<String, Object> wish(Random random, String way) {
        var from = random.nextInt(NIGHTS);
        var nights = 1 + random.nextInt(NIGHTS - from);
        var wish = new HashMap<String, Object>(Map.of(
                "hotel",
                "grand",
                "room_type",
                "double",
                "check_in",
                FIRST.plusDays(from).toString(),
                "check_out",
                FIRST.plusDays(from + nights).toString(),
                "guests",
                List.of("Ada"),
                "pay",
                way));
        if (random.nextInt(3) == 0) wish.putAll(Map.of("sub_block", "speakers", "sub_block_code", "VIP"));
        return wish;
    }

    private void cancel(Random random) {
        if (!orders.isEmpty()) note("cancel", owner.post(one(random) + "/cancellation", Map.of()));
    }

    private void giveUpARoom(Random random) {
        if (orders.isEmpty()) return;
        var order = one(random);
        var lines = owner.get(order).expect(200).json().at("/lines");
        var line = lines.get(random.nextInt(lines.size())).at("/id").asString();
        note("give up a room", owner.post(order + "/cancellation", Map.of("lines", List.of(line))));
    }

    /** Other dates, another part of the block, or another way to pay, which may wait for its payment then. */
    private void move(Random random) {
        var booked = as(() -> jdbc.sql("""
                        SELECT b.order_id, coalesce(b.line_id, b.id) FROM room_booking b JOIN orders o ON o.id = b.order_id
                        WHERE o.status = 'confirmed' AND b.status = 'confirmed' ORDER BY b.id""")
                .query((row, n) -> List.of(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list());
        if (booked.isEmpty()) return;
        var one = booked.get(random.nextInt(booked.size()));
        var wish = JSON.valueToTree(wish(random, random.nextInt(4) == 0 ? "deposit" : "guarantee"));
        try {
            var wanted = new LineChanges.Wanted("rooms", one.getLast(), wish);
            var outcome = as(() -> changes.change(conference(), one.getFirst(), wanted, "nobody's"));
            done.add("move " + (outcome.done() ? "done" : outcome.due().isZero() ? "same" : "held"));
        } catch (Problem.Conflict | Problem.InvalidInput | Problem.NotFound e) {
            done.add("move refused: " + e.getMessage());
        }
    }

    private void letLapse() {
        done.add("lapse");
        Tenancy.runAs(tenant, () -> {
            jdbc.sql("UPDATE orders SET expires_at = now() - interval '1 minute' WHERE status = 'pending'")
                    .update();
            jdbc.sql("UPDATE order_change SET expires_at = now() - interval '1 minute' WHERE status = 'pending'")
                    .update();
            holds.sweep();
            changeEnding.sweep();
        });
    }

    /** The contract is changed by one, and carried out by a job. */
    private void organizer(Random random) {
        switch (random.nextInt(9)) {
            case 0 -> {
                rooms = 3 + random.nextInt(6);
                owner.put(PATH + "/hotels/grand", hotel(null)).expect(200);
                done.add("contract for " + rooms);
            }
            case 1, 2 -> {
                releaseDays.add(TODAY.minusDays(releaseDays.size() + 1L));
                owner.put(PATH + "/hotels/grand", hotel(null)).expect(200);
                sweep("on a day");
            }
            case 3 -> {
                owner.put(PATH + "/hotels/grand", hotel(TODAY.minusDays(1 + random.nextInt(99))))
                        .expect(200);
                sweep("at the cut-off");
                owner.put(PATH + "/hotels/grand", hotel(null)).expect(200);
            }
            case 4 -> done.add("released by hand: " + as(() -> releases.releaseByHand(conference(), "grand", 50)));
            case 5, 6 -> takeBack(random);
            default -> sweep("again");
        }
    }

    private void sweep(String when) {
        done.add("released " + when + ": " + as(due::sweep));
    }

    private void takeBack(Random random) {
        var causes = as(() -> jdbc.sql(
                        "SELECT DISTINCT cause FROM block_release WHERE taken_back_at IS NULL AND kind = 'RELEASED' ORDER BY 1")
                .query(String.class)
                .list());
        if (causes.isEmpty()) return;
        var cause = causes.get(random.nextInt(causes.size()));
        done.add("taken back: " + as(() -> releases.takeBack(conference(), "grand", cause)));
    }
}
