package org.plenary.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.embedded.Kind;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Value;

/** An organization whose work stands still takes what connections it can get, and others of the same pool go on. */
class NoisyNeighbourIT extends FaultFixture {
    private static final int MANY = 15;

    @Value("${plenary.database.tenant-pools:4}")
    private int pools;

    @Value("${plenary.database.connections-per-pool:5}")
    private int connections;

    @Test
    void theOthersOfItsPoolAreServedWhileAllThatOneTenantAsksForStandsStill() throws Exception {
        var noisy = aNeighbour();
        var page = anonymous(noisy).with("Accept", "text/html");
        List<Future<Http.Answer>> waiting = new ArrayList<>();
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor();
                var holder = DriverManager.getConnection(
                        services().service(Kind.POSTGRES).address(),
                        services().service(Kind.POSTGRES).user(),
                        "")) {
            holder.setAutoCommit(false);
            try (var lock = holder.createStatement()) {
                lock.execute("lock table " + noisy.schema() + ".conference in access exclusive mode");
            }
            for (var i = 0; i < MANY; i++) waiting.add(visitors.submit(() -> page.get("/c/conf27")));
            eventually("it has all that it may have", () -> standing(noisy) == connections - 1);

            assertThat(buyers.registers().expect(201).text("/status")).isEqualTo("confirmed");
            assertThat(anonymous(tenant)
                            .with("Accept", "text/html")
                            .get("/c/conf27/register")
                            .status())
                    .isEqualTo(200);

            assertThat(standing(noisy)).as("and no more").isEqualTo(connections - 1);
            holder.rollback();
        }
        for (var each : waiting) assertThat(each.get().status()).isIn(404, 503);
        recoversFrom("a noisy neighbour");
    }

    /** One that shares its connections with ours. */
    private Tenant aNeighbour() {
        while (true) {
            var other = aTenant();
            if (pool(other) == pool(tenant)) return other;
        }
    }

    private int pool(Tenant of) {
        return Math.floorMod(of.id().hashCode(), pools);
    }

    /** How many connections wait for what is locked. */
    private long standing(Tenant noisy) {
        return jdbc.sql("""
                        select count(*) from pg_locks where not granted and relation = cast(? as regclass)""")
                .param(noisy.schema() + ".conference")
                .query(Long.class)
                .single();
    }
}
