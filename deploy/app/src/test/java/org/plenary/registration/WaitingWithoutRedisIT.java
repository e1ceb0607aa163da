package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.embedded.Kind;

/** The waiting room while the service that it stands on is away. */
class WaitingWithoutRedisIT extends WaitingRoomFixture {
    @Test
    void withRedisDownItOpensAsSet() throws Exception {
        aRoom(Map.of("at_once", 1, "paused", true));
        var waits = new Visitor(anonymous(tenant));
        waits.get(WAITING);

        withRedisStopped(() -> {
            assertThat(waits.get(REGISTER).status()).isEqualTo(200);
            assertThat(waits.order().status()).isEqualTo(201);
            assertThat(waits.update().text("/state")).isEqualTo("closed");
        });

        eventually("the line is back", () -> waits.get(REGISTER).status() == 303);
        assertThat(number(waits.get(WAITING))).isEqualTo("1");
    }

    @Test
    void withRedisDownItStaysClosedAsSet() throws Exception {
        aRoom(Map.of("at_once", 1, "paused", true, "without_redis", "closed"));
        var waits = new Visitor(anonymous(tenant));
        waits.get(WAITING);

        withRedisStopped(() -> {
            assertThat(waits.get(REGISTER).status()).isEqualTo(303);
            var page = waits.get(WAITING);
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body()).contains("your place is kept");
            var refused = waits.order();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text("/code")).isEqualTo("waiting_room_unavailable");
        });

        eventually("the line is back", () -> waits.get(WAITING).status() == 200);
        assertThat(number(waits.get(WAITING))).isEqualTo("1");
    }

    /** It hangs: worse than being gone, for then every question waits for its timeout. */
    private static void withRedisStopped(Runnable work) throws IOException, InterruptedException {
        var process = String.valueOf(services().service(Kind.REDIS).pid());
        signal("STOP", process);
        try {
            work.run();
        } finally {
            signal("CONT", process);
        }
    }

    private static void signal(String name, String process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, process).start().waitFor())
                .isZero();
    }
}
