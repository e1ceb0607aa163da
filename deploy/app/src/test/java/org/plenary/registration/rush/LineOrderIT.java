package org.plenary.registration.rush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.rush.RoomSamples.aRoom;
import static org.plenary.registration.rush.RoomSamples.early;
import static org.plenary.registration.rush.RoomSamples.opened;
import static org.plenary.registration.rush.RoomSamples.paused;
import static org.plenary.registration.rush.RoomSamples.visitor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plenary.registration.rush.Line.Intent;
import org.plenary.registration.rush.Line.Visitor;
import org.plenary.registration.rush.Standing.State;

/** In which order those who wait stand. */
class LineOrderIT extends LineFixture {
    @Test
    void thoseWhoCameEarlyAreDrawnInRandomOrder() {
        var people = 10;
        var draws = 300;
        var seats = new int[people][people];

        for (var draw = 0; draw < draws; draw++) {
            var room = early(paused(aRoom(null, 1)));
            var places = comeIn(room, people);
            var order = order(opened(room), places);
            for (var seat = 0; seat < people; seat++) seats[places.indexOf(order.get(seat))][seat]++;
        }

        // Pearson's test: with 81 degrees of freedom chance alone exceeds 144 about once in 50,000 runs
        var expected = draws / (double) people;
        var chiSquare = 0.0;
        for (var row : seats) for (var count : row) chiSquare += (count - expected) * (count - expected) / expected;
        assertThat(chiSquare).isLessThan(144);
    }

    @Test
    void theDrawFollowsFromASeedThatNobodyKnewBefore() {
        var room = early(paused(aRoom(null, 1)));
        var places = comeIn(room, 50);
        var before = as(() -> line.figures(room));

        var open = opened(room);
        var order = order(open, places);

        var seed = as(() -> otherNode.figures(open)).seed();
        var expected = IntStream.rangeClosed(1, 50)
                .boxed()
                .sorted(Comparator.comparing(number -> sha1(seed + ":" + number)))
                .toList();
        assertThat(before.seed()).isNull();
        assertThat(order.stream().map(place -> places.indexOf(place) + 1)).containsExactlyElementsOf(expected);
        assertThat(order(open, places)).isEqualTo(order);
    }

    @Test
    void beforeTheOpeningThereIsANumberAndNoTurn() {
        var room = early(aRoom(null, 1000));

        var first = as(() -> line.enter(room, visitor(null)));
        var second = as(() -> otherNode.enter(room, visitor(null)));

        assertThat(List.of(first, second)).extracting(Standing::state).containsOnly(State.EARLY);
        assertThat(List.of(first, second)).extracting(Standing::number).containsExactly(1L, 2L);
    }

    @Test
    void whoComesAfterTheOpeningWaitsBehind() {
        var room = early(paused(aRoom(null, 1)));
        var drawn = comeIn(room, 20);

        // nobody asked between the opening and the first of them
        var open = opened(room);
        var late = comeIn(open, 20);

        var order = order(open, both(drawn, late));
        assertThat(order.subList(0, 20)).hasSameElementsAs(drawn);
        assertThat(order.subList(20, 40)).isEqualTo(late);
    }

    @Test
    void reloadingOrMoreTabsDoesNotMoveAnybody() {
        var room = paused(aRoom(null, 1));
        var places = comeIn(room, 30);

        for (var i = 0; i < 100; i++) {
            var index = 29 - i % 3;
            var again = as(() -> otherNode.enter(room, visitor(places.get(index))));
            assertThat(again.number()).isEqualTo(index + 1);
            assertThat(again.place()).isEqualTo(places.get(index));
        }

        assertThat(order(room, places)).isEqualTo(places);
        assertThat(as(() -> line.figures(room)).arrivals()).isEqualTo(30);
    }

    @Test
    void twoNodesGiveDifferentNumbersAndServeInTheirOrder() throws Exception {
        var room = paused(aRoom(null, 1));
        var arrivals = new ArrayList<Callable<Standing>>();
        for (var i = 0; i < 300; i++) {
            var node = i % 2 == 0 ? line : otherNode;
            arrivals.add(() -> as(() -> node.enter(room, visitor(null))));
        }
        var byNumber = new HashMap<Long, String>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var arrival : threads.invokeAll(arrivals))
                byNumber.put(arrival.get().number(), arrival.get().place());
        }

        assertThat(byNumber).hasSize(300);
        byNumber.forEach((number, place) ->
                assertThat(as(() -> line.poll(room.run(), place)).ahead()).isEqualTo(number - 1));
    }

    @Test
    void aGroupWithACodeGoesFirstAndKeepsItsNumber() {
        var room = paused(aRoom(null, 1));
        var places = comeIn(room, 10);

        var speaker = as(() -> line.enter(room, new Visitor(places.get(9), 1, "192.0.2.1", Intent.ENTER)));
        var wheelchair = as(() -> line.enter(room, new Visitor(null, 0, "192.0.2.1", Intent.ENTER)));

        assertThat(speaker.number()).isEqualTo(10);
        assertThat(wheelchair.ahead()).isZero();
        assertThat(as(() -> line.poll(room.run(), places.get(9))).ahead()).isEqualTo(1);
        assertThat(as(() -> line.poll(room.run(), places.get(0))).ahead()).isEqualTo(2);
    }

    @Test
    void aGroupGoesFirstInTheDrawToo() {
        var room = early(paused(aRoom(null, 1)));
        comeIn(room, 20);
        var first = as(() -> line.enter(room, new Visitor(null, 0, "192.0.2.1", Intent.ENTER)));

        var open = opened(room);
        as(() -> line.figures(open));

        assertThat(as(() -> line.poll(open.run(), first.place())).ahead()).isZero();
    }

    private static List<String> both(List<String> some, List<String> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static String sha1(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
