package org.plenary.registration.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.tenancy.Tenancy;

/** Groups whose people and places are changed by several at once, in any order. */
class GroupRacesIT extends GroupFixture {
    @Test
    void ofTwoWhoNameAPlaceOneWinsAndTheOtherIsTold() throws Exception {
        var group = group(Map.of("regular", 1)).expect(201);
        var place = place(group, 0);
        var calls = new ArrayList<Callable<Integer>>();
        for (var person : List.of("Ada", "Grace", "Joan"))
            calls.add(() -> name(group, place, person, "small").status());

        assertThat(together(calls)).containsExactlyInAnyOrder(200, 409, 409);

        var winner = show(group).text("/places/0/name");
        name(group, place, winner, "small").expect(200);
        assertThat(show(group).text("/places/0/name")).isEqualTo(winner);
    }

    @Test
    void twoGroupsThatRaceForTheLastPlacesOfAQuotaDoNotShareThem() throws Exception {
        owner.post(PATH + "/quotas", """
                {"key": "hall", "name": "Hall", "size": 9, "members": {"fees": ["regular", "student"]}}""").expect(201);
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 4; i++)
            calls.add(() -> group(Map.of("regular", 3, "student", 2)).status());

        assertThat(together(calls)).containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void noSequenceOfActsMakesTheCountersDisagree() {
        var random = new Random(19);
        owner.post(PATH + "/quotas", """
                {"key": "hall", "name": "Hall", "size": 12, "members": {"fees": ["regular"], "options": ["workshop:small"]}}""").expect(201);
        var groups = new ArrayList<Http.Answer>();
        for (var step = 0; step < 40; step++) {
            if (groups.isEmpty() || random.nextInt(5) == 0) {
                var made = group(Map.of("regular", 1 + random.nextInt(3)));
                if (made.status() == 201) groups.add(made);
                continue;
            }
            var group = groups.get(random.nextInt(groups.size()));
            var places = show(group).json().at("/places").size();
            var place = place(group, random.nextInt(places));
            switch (random.nextInt(4)) {
                case 0, 1 -> name(group, place, "P" + step, random.nextBoolean() ? "small" : "large");
                case 2 -> remove(group, place);
                default -> {
                    var order = owner.get(PATH + "/orders/" + group.text("/code"));
                    var lines = order.json().at("/lines");
                    owner.post(
                            PATH + "/orders/" + group.text("/code") + "/cancellation",
                            Map.of(
                                    "lines",
                                    List.of(lines.get(random.nextInt(lines.size()))
                                            .at("/id")
                                            .asString())));
                }
            }
            assertThat(Tenancy.callAs(tenant, stockCheck::differences))
                    .as("after step " + step)
                    .isEmpty();
        }
    }

    private static List<Integer> together(List<Callable<Integer>> calls) throws Exception {
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var future : threads.invokeAll(calls)) statuses.add(future.get());
        }
        return statuses;
    }
}
