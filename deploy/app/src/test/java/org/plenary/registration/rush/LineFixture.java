package org.plenary.registration.rush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.rush.RoomSamples.visitor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.plenary.PlenaryIT;
import org.plenary.identity.Signatures;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The line itself, on a real Redis, asked by two nodes. */
abstract class LineFixture extends PlenaryIT {
    @Autowired
    Signatures signatures;

    @Autowired
    Clock clock;

    @Autowired
    JedisConnectionFactory connections;

    Tenant tenant;
    Line line;
    Line otherNode;

    @BeforeEach
    void twoNodes() {
        tenant = aTenant();
        line = node();
        otherNode = node();
    }

    Line node() {
        var known = connections.getStandaloneConfiguration();
        var own = new JedisConnectionFactory(
                new RedisStandaloneConfiguration(known.getHostName(), known.getPort()),
                connections.getClientConfiguration());
        own.afterPropertiesSet();
        own.start();
        return new Line(new StringRedisTemplate(own), signatures, clock);
    }

    List<String> comeIn(WaitingRoom room, int people) {
        var places = new ArrayList<String>();
        for (var i = 0; i < people; i++) {
            var node = i % 2 == 0 ? line : otherNode;
            places.add(as(() -> node.enter(room, visitor(null))).place());
        }
        assertThat(places).doesNotHaveDuplicates();
        return places;
    }

    /** The places by how many are ahead of each; the room is paused, so nobody moves meanwhile. */
    List<String> order(WaitingRoom room, List<String> places) {
        as(() -> line.figures(room));
        var ahead = new HashMap<String, Long>();
        for (var place : places)
            ahead.put(place, as(() -> otherNode.poll(room.run(), place)).ahead());
        assertThat(ahead.values()).doesNotHaveDuplicates();
        return places.stream().sorted(Comparator.comparing(ahead::get)).toList();
    }

    <T> T as(Callable<T> work) {
        return asTenant(tenant, work);
    }

    static <T> T asTenant(Tenant tenant, Callable<T> work) {
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
}
