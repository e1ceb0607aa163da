package org.plenary.registration.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.registration.Stock;
import org.plenary.registration.order.Cancelling;
import org.plenary.registration.order.Contact;
import org.plenary.registration.order.Ordering;
import org.plenary.registration.order.PlaceOrder;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

/** Whatever people do, and in whatever order: used, withheld and rows agree, and nothing is sold twice. */
class AnySequenceIT extends WaitingIT {
    private static final int STEPS = 60;

    @Autowired
    private Ordering ordering;

    @Autowired
    private Cancelling cancelling;

    @Autowired
    private Joining joining;

    @Autowired
    private Leaving leaving;

    @Autowired
    private Answering answering;

    @Autowired
    private Entries entries;

    @Autowired
    private Stock stock;

    private ConferenceView conference;
    private final List<String> done = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 2027})
    void noSequenceOfJoinLeaveFreeOfferLapseAcceptMakesCountersAndRowsDisagree(long seed) {
        var random = new Random(seed);
        Tenancy.runAs(tenant, () -> {
            conference = conferences.bySlug("conf27");
            for (var step = 0; step < STEPS; step++) {
                try {
                    something(random, step);
                } catch (Problem refused) {
                    done.add("refused: " + refused.code());
                }
                assertThat(stockCheck.differences()).as(String.join("\n", done)).isEmpty();
                assertThat(oversold()).as(String.join("\n", done)).isFalse();
            }
        });
        assertThat(done).anyMatch(each -> each.startsWith("join")).anyMatch(each -> each.startsWith("accept"));
    }

    private void something(Random random, int step) {
        switch (random.nextInt(9)) {
            case 0, 1 -> {
                done.add("join");
                joining.join(
                        conference,
                        new JoinList(
                                contact("p" + step + "@example.org"),
                                random.nextBoolean()
                                        ? List.of(people(1 + random.nextInt(2)))
                                        : List.of(people(2), people(1)),
                                "en"));
            }
            case 2 ->
                withOne(random, "waiting", id -> {
                    done.add("leave");
                    leaving.leave(conference.id(), id);
                });
            case 3 -> {
                done.add("buy");
                ordering.place(conference, order(people(1), contact("buyer@example.org")));
            }
            case 4 ->
                pick(random, "SELECT id FROM orders WHERE status IN ('confirmed', 'pending') ORDER BY id")
                        .ifPresent(id -> {
                            done.add("cancel");
                            cancelling.cancel(id, Cancelling.CancelOrder.ALL_BY_POLICY, true);
                        });
            case 5 -> {
                done.add("turn");
                keeping.keep();
            }
            case 6 ->
                withOne(random, "offered", id -> {
                    done.add("lapse");
                    jdbc.sql("""
                        UPDATE orders SET expires_at = now() - interval '1 minute'
                        WHERE status = 'pending' AND id = (SELECT order_id FROM waiting_entry WHERE id = :id)""").param("id", id).update();
                    sweeper.sweep();
                });
            case 7 ->
                withOne(random, "offered", id -> {
                    done.add("accept");
                    answering.accept(
                            conference, entries.find(conference.id(), id).orElseThrow());
                });
            default -> {
                var capacity = random.nextInt(5);
                done.add("capacity " + capacity);
                var one = new HashMap<String, Integer>();
                one.put("fee:scarce", capacity == 4 ? null : capacity);
                stock.define(conference.id(), one);
            }
        }
    }

    /** More than there are only where the organizer took places away afterwards: never by a sale, so what is withheld is free. */
    private boolean oversold() {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM stock WHERE withheld > 0 AND used + withheld > capacity)""").query(Boolean.class).single();
    }

    private void withOne(Random random, String status, java.util.function.Consumer<UUID> act) {
        pick(random, "SELECT id FROM waiting_entry WHERE status = '" + status + "' ORDER BY id DESC")
                .ifPresent(act);
    }

    private java.util.Optional<UUID> pick(Random random, String sql) {
        var ids = jdbc.sql(sql).query((row, n) -> row.getObject(1, UUID.class)).list();
        return ids.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(ids.get(random.nextInt(ids.size())));
    }

    private static Contact contact(String email) {
        return new Contact("Somebody", email, "DE");
    }

    private static PlaceOrder people(int number) {
        var delegates = new ArrayList<PlaceOrder.DelegateWish>();
        for (var i = 0; i < number; i++)
            delegates.add(new PlaceOrder.DelegateWish(
                    "scarce", Map.of("name", JsonNodeFactory.instance.stringNode("Somebody " + i)), null));
        return PlaceOrder.of(null, delegates, null, "en");
    }

    private static PlaceOrder order(PlaceOrder cart, Contact contact) {
        return PlaceOrder.of(contact, cart.delegates(), null, "en");
    }
}
