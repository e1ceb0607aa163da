package org.plenary.registration.rush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plenary.registration.rush.RoomSamples.aRoom;
import static org.plenary.registration.rush.RoomSamples.early;
import static org.plenary.registration.rush.RoomSamples.limited;
import static org.plenary.registration.rush.RoomSamples.ordering;
import static org.plenary.registration.rush.RoomSamples.paused;
import static org.plenary.registration.rush.RoomSamples.resumed;
import static org.plenary.registration.rush.RoomSamples.visitor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.plenary.registration.rush.Line.Intent;
import org.plenary.registration.rush.Line.Visitor;
import org.plenary.registration.rush.Standing.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

/** How those who wait come in, and what ends their turn. */
class LineIT extends LineFixture {
    @Autowired
    private StringRedisTemplate redis;

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

    private void finish(WaitingRoom room, String place) {
        as(() -> {
            line.finish(room.run(), place);
            return true;
        });
    }

    private String key(WaitingRoom room, String part) {
        return "t:" + tenant.id() + ":rush:{" + room.run() + "}:" + part;
    }
}
