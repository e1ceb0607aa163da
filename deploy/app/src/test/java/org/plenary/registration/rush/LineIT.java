package org.plenary.registration.rush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plenary.registration.rush.RoomSamples.aRoom;
import static org.plenary.registration.rush.RoomSamples.early;
import static org.plenary.registration.rush.RoomSamples.limited;
import static org.plenary.registration.rush.RoomSamples.opened;
import static org.plenary.registration.rush.RoomSamples.ordering;
import static org.plenary.registration.rush.RoomSamples.paused;
import static org.plenary.registration.rush.RoomSamples.resumed;
import static org.plenary.registration.rush.RoomSamples.visitor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.identity.Signatures;
import org.plenary.registration.rush.Line.Intent;
import org.plenary.registration.rush.Line.Visitor;
import org.plenary.registration.rush.Standing.State;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The line itself, on a real Redis, asked by two nodes. */
class LineIT extends PlenaryIT {
    @Autowired
    private Signatures signatures;

    @Autowired
    private Clock clock;

    @Autowired
    private JedisConnectionFactory connections;

    @Autowired
    private StringRedisTemplate redis;

    private Tenant tenant;
    private Line line;
    private Line otherNode;

    @BeforeEach
    void twoNodes() {
        tenant = aTenant();
        line = node();
        otherNode = node();
    }

    private Line node() {
        var known = connections.getStandaloneConfiguration();
        var own = new JedisConnectionFactory(
                new RedisStandaloneConfiguration(known.getHostName(), known.getPort()),
                connections.getClientConfiguration());
        own.afterPropertiesSet();
        own.start();
        return new Line(new StringRedisTemplate(own), signatures, clock);
    }

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
    void nobodyIsAdmittedTwiceAndNobodyIsSkippedWithTwoNodes() throws Exception {
        var closed = paused(aRoom(60_000, 40));
        var people = 400;
        var places = comeIn(closed, people);
        var open = resumed(closed);
        var admitted = Collections.synchronizedList(new ArrayList<String>());
        var visits = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < people; i++) {
            var place = places.get(i);
            var node = i % 2 == 0 ? line : otherNode;
            visits.add(() -> as(() -> {
                eventually(
                        "admitted", () -> as(() -> node.poll(open.run(), place).state()) == State.ADMITTED);
                admitted.add(place);
                assertThat(otherNode.figures(open).inside()).isLessThanOrEqualTo(40);
                node.finish(open.run(), place);
                return true;
            }));
        }
        Collections.shuffle(visits);

        as(() -> line.figures(open));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var visit : threads.invokeAll(visits)) visit.get();
        }

        var figures = as(() -> line.figures(open));
        assertThat(admitted).hasSize(people).doesNotHaveDuplicates();
        assertThat(figures.admissions()).isEqualTo(people);
        assertThat(figures.finished()).isEqualTo(people);
        assertThat(figures.waiting() + figures.away() + figures.inside()).isZero();
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
    void theRateHoldsAndTheNextComeInInOrder() {
        var closed = paused(aRoom(60, null));
        var places = comeIn(closed, 60);
        var open = resumed(closed);
        var started = clock.instant();

        // ten seconds' worth come in at once, then one each second
        assertThat(as(() -> line.figures(open)).inside()).isBetween(10L, 12L);
        eventually("two more came in", () -> as(() -> otherNode.figures(open)).inside() >= 13);

        var stopped = paused(open);
        var inside = as(() -> line.figures(stopped)).inside();
        var seconds = java.time.Duration.between(started, clock.instant()).toSeconds();
        assertThat(inside).isLessThanOrEqualTo(10 + seconds + 1);
        assertThat(order(stopped, places.subList((int) inside, 60))).isEqualTo(places.subList((int) inside, 60));
        places.subList(0, (int) inside)
                .forEach(place -> assertThat(
                                as(() -> line.poll(open.run(), place)).state())
                        .isEqualTo(State.ADMITTED));
    }

    @Test
    void theOrganizerLetsTheNextOnesInByHand() {
        var room = paused(aRoom(null, 1));
        var places = comeIn(room, 10);

        assertThat(as(() -> line.admit(room, 4))).isEqualTo(4);
        assertThat(as(() -> otherNode.admit(room, 100))).isEqualTo(6);
        assertThat(as(() -> line.admit(early(aRoom(null, 1)), 4))).isEqualTo(-1);
        assertThat(as(() -> line.poll(room.run(), places.get(9))).state()).isEqualTo(State.ADMITTED);
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

    @Test
    void aTurnEndsWithItsOrderAndOneOrderIsPlacedAtATime() {
        var room = aRoom(null, 5);
        var place = as(() -> line.enter(room, visitor(null))).place();

        assertThat(as(() -> line.enter(room, ordering(place))).state()).isEqualTo(State.ADMITTED);
        assertThat(as(() -> otherNode.enter(room, ordering(place))).state()).isEqualTo(State.BUSY);
        as(() -> {
            otherNode.release(room.run(), place);
            return true;
        });
        assertThat(as(() -> line.enter(room, ordering(place))).state()).isEqualTo(State.ADMITTED);
        finish(room, place);

        var next = as(() -> line.enter(room, visitor(place)));
        assertThat(next.ended()).isTrue();
        assertThat(next.number()).isEqualTo(2);
        assertThat(next.place()).isNotEqualTo(place);
    }

    @Test
    void aTurnInWhichNothingIsDoneEnds() {
        var room = aRoom(null, 1);
        var place = as(() -> line.enter(room, visitor(null))).place();
        var next = as(() -> line.enter(room, visitor(null)));
        assertThat(next.state()).isEqualTo(State.WAITING);

        // as if the minutes had passed: the script takes the time from Redis, so the end is moved and not the clock
        redis.opsForZSet().add(key(room, "admitted"), place, clock.instant().toEpochMilli() - 1);

        assertThat(as(() -> line.poll(room.run(), next.place())).state()).isEqualTo(State.ADMITTED);
        assertThat(as(() -> line.poll(room.run(), place)).state()).isEqualTo(State.GONE);
        assertThat(as(() -> line.figures(room)).expired()).isEqualTo(1);
    }

    @Test
    void whoIsNotHeardOfKeepsThePlaceAndOthersComeInMeanwhile() {
        var room = paused(aRoom(null, 1));
        var places = comeIn(room, 3);
        var longAgo = clock.instant().minusSeconds(600).toEpochMilli();
        redis.opsForZSet().add(key(room, "seen"), places.get(0), longAgo);

        as(() -> line.figures(resumed(room)));
        assertThat(as(() -> line.poll(room.run(), places.get(1))).state()).isEqualTo(State.ADMITTED);
        assertThat(as(() -> line.poll(room.run(), places.get(2))).ahead()).isZero();
        assertThat(as(() -> line.poll(room.run(), places.get(0))).ahead()).isZero();
        assertThat(as(() -> line.poll(room.run(), places.get(2))).ahead()).isEqualTo(1);
        finish(room, places.get(1));

        assertThat(as(() -> line.poll(room.run(), places.get(2))).state()).isEqualTo(State.WAITING);
        assertThat(as(() -> line.poll(room.run(), places.get(0))).state()).isEqualTo(State.ADMITTED);
    }

    @Test
    void oneAddressTakesNoThousandNumbersAndAUniversityGetsItsOwn() {
        var room = limited(paused(aRoom(null, 1)), 100);
        comeIn(room, 100);

        var refused = as(() -> line.enter(room, visitor(null)));

        assertThat(refused.state()).isEqualTo(State.LIMITED);
        assertThat(refused.retrySeconds()).isBetween(1L, 10L);
        assertThat(as(() -> line.enter(room, new Visitor(null, Standing.EVERYBODY, "198.51.100.7", Intent.ENTER)))
                        .state())
                .isEqualTo(State.WAITING);
        eventually(
                "the address may take the next number within seconds",
                () -> as(() -> line.enter(room, visitor(null))).state() == State.WAITING);
    }

    @Test
    void withoutATenantThereIsNoLine() {
        var room = aRoom(null, 1);

        assertThatThrownBy(() -> line.enter(room, visitor(null))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> line.poll(room.run(), "x")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPlaceIsNothingToAnotherTenantAndEveryKeyNamesItsTenant() {
        var room = paused(aRoom(null, 1));
        var place = as(() -> line.enter(room, visitor(null))).place();

        var elsewhere = asTenant(aTenant(), () -> line.poll(room.run(), place));

        assertThat(elsewhere.state()).isEqualTo(State.GONE);
        assertThat(redis.keys("*" + room.run() + "*"))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key).startsWith("t:" + tenant.id() + ":"))
                .allSatisfy(key -> assertThat(redis.getExpire(key)).isPositive());
    }

    private List<String> comeIn(WaitingRoom room, int people) {
        var places = new ArrayList<String>();
        for (var i = 0; i < people; i++) {
            var node = i % 2 == 0 ? line : otherNode;
            places.add(as(() -> node.enter(room, visitor(null))).place());
        }
        assertThat(places).doesNotHaveDuplicates();
        return places;
    }

    /** The places by how many are ahead of each; the room is paused, so nobody moves meanwhile. */
    private List<String> order(WaitingRoom room, List<String> places) {
        as(() -> line.figures(room));
        var ahead = new HashMap<String, Long>();
        for (var place : places)
            ahead.put(place, as(() -> otherNode.poll(room.run(), place)).ahead());
        assertThat(ahead.values()).doesNotHaveDuplicates();
        return places.stream().sorted(Comparator.comparing(ahead::get)).toList();
    }

    private void finish(WaitingRoom room, String place) {
        as(() -> {
            line.finish(room.run(), place);
            return true;
        });
    }

    private String key(WaitingRoom room, String part) {
        return "t:" + tenant.id() + ":rush:{" + room.run() + "}:" + part;
    }

    private <T> T as(Callable<T> work) {
        return asTenant(tenant, work);
    }

    private static <T> T asTenant(Tenant tenant, Callable<T> work) {
        return Tenancy.<T, RuntimeException>callAs(tenant, () -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
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
