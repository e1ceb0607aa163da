package org.plenary.tenancy.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.kernel.DatabaseAway;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tenants that share connections, one alone or a few, whatever becomes of the work on them: each sees its own rows. */
class SharedConnectionsIT extends PlenaryIT {
    private static final int MANY = 1_000;
    private static final int ROUNDS = 2_000;
    private static final int AT_ONCE = 32;

    @Value("${plenary.database.url}")
    private String url;

    @Value("${plenary.database.user:plenary}")
    private String user;

    @Value("${plenary.database.password:}")
    private String password;

    private List<Tenant> both;
    private TenantDataSource connections;

    @BeforeEach
    void twoTenantsWithAMarkEach() throws SQLException {
        both = List.of(aTenant(), aTenant());
        connections = sharing(1, MANY);
        for (var tenant : both)
            as(tenant, "create table mark (owner text); insert into mark values ('" + tenant.slug() + "')");
    }

    @AfterEach
    void closed() {
        connections.close();
    }

    private TenantDataSource sharing(int size, int tenants) {
        return new TenantDataSource(
                new DatabaseSettings(url, user, password, 1, 1, size, tenants, Duration.ofMinutes(10)));
    }

    private void as(Tenant tenant, String sql) throws SQLException {
        Tenancy.<Boolean, SQLException>callAs(tenant, () -> {
            try (var connection = connections.getConnection();
                    var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private String mark(Tenant tenant) {
        return Tenancy.callAs(tenant, this::mark);
    }

    private String mark() {
        return JdbcClient.create(connections)
                .sql("select owner from mark")
                .query(String.class)
                .single();
    }

    @Test
    void aConnectionThatHasMetItsNumberOfTenantsIsReplacedWhenItMeetsOneMore() {
        connections.close();
        connections = sharing(1, 2);
        var third = aTenant();

        var first = process(both.get(0));
        assertThat(process(both.get(1))).isEqualTo(first);
        assertThat(process(both.get(0))).isEqualTo(first);
        var other = process(third);
        assertThat(other).isNotEqualTo(first);
        assertThat(mark(both.get(0))).isEqualTo(both.get(0).slug());
        assertThat(process(third)).isEqualTo(other);
        assertThat(mark(both.get(1))).isEqualTo(both.get(1).slug());
    }

    /** The server's, which is one for each connection. */
    private int process(Tenant tenant) {
        return Tenancy.callAs(
                tenant,
                () -> JdbcClient.create(connections)
                        .sql("select pg_backend_pid()")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void onOneConnectionThatTheyTakeInTurnNeitherSeesTheOthersRows() throws SQLException {
        for (var round = 0; round < ROUNDS; round++) {
            var tenant = both.get(round % 2);
            if (round % 5 == 0) somethingGoesWrong(tenant, round / 5 % 4);
            assertThat(mark(tenant)).as("round %s", round).isEqualTo(tenant.slug());
        }
    }

    /** After each of these the connection goes back to the pool. */
    private void somethingGoesWrong(Tenant tenant, int kind) throws SQLException {
        Tenancy.<Boolean, SQLException>callAs(tenant, () -> {
            try (var connection = connections.getConnection();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                switch (kind) {
                    case 0 -> statement.execute("insert into mark values ('rolled back')");
                    case 1 ->
                        assertThatThrownBy(() -> statement.execute("select 1 / 0"))
                                .isInstanceOf(SQLException.class);
                    case 2 -> {
                        statement.execute("set local statement_timeout = '1ms'");
                        assertThatThrownBy(() -> statement.execute("select pg_sleep(1)"))
                                .isInstanceOf(SQLException.class);
                    }
                    default ->
                        assertThatThrownBy(() -> statement.execute("select * from nothing_of_this_name"))
                                .isInstanceOf(SQLException.class);
                }
                connection.rollback();
                return true;
            }
        });
    }

    @Test
    void onAFewConnectionsAtTheSameTimeNeitherSeesTheOthersRows() throws Exception {
        connections.close();
        connections = sharing(3, MANY);
        var work = new ArrayList<Callable<String>>();
        for (var i = 0; i < AT_ONCE * 20; i++)
            work.add(() -> {
                var tenant = both.get(ThreadLocalRandom.current().nextInt(2));
                return mark(tenant).equals(tenant.slug()) ? "its own" : "another's";
            });
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            for (var done : threads.invokeAll(work)) assertThat(done.get()).isEqualTo("its own");
        }
    }

    @Test
    void nobodyWaitsForALockForEverAndWhoeverGivesUpIsToldToTryAgain() throws SQLException {
        connections.close();
        connections = sharing(2, MANY);
        var tenant = both.getFirst();
        Tenancy.<Boolean, SQLException>callAs(tenant, () -> {
            try (var holder = connections.getConnection();
                    var holding = holder.createStatement();
                    var other = connections.getConnection();
                    var waiting = other.createStatement()) {
                assertThat(shown(waiting, "lock_timeout")).isEqualTo("30s");
                assertThat(shown(waiting, "idle_in_transaction_session_timeout"))
                        .isEqualTo("5min");
                holder.setAutoCommit(false);
                holding.execute("select 1 from mark for update");
                other.setAutoCommit(false);
                waiting.execute("set local lock_timeout = '20ms'");
                assertThatThrownBy(() -> waiting.execute("select 1 from mark for update"))
                        .matches(DatabaseAway::isCauseOf, "answered with 503");
                other.rollback();
                holder.rollback();
                return true;
            }
        });
    }

    private static String shown(Statement statement, String setting) throws SQLException {
        try (var row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void withoutATenantThereAreNoRowsOfOneButAnError() {
        assertThat(mark(both.getFirst())).isEqualTo(both.getFirst().slug());

        assertThatThrownBy(this::mark).hasMessageContaining("mark");
    }

    @Test
    void workThatIsHandedOnWithoutItsTenantHasNone() {
        Tenancy.runAs(both.getFirst(), () -> {
            assertThat(mark()).isEqualTo(both.getFirst().slug());
            assertThat(CompletableFuture.supplyAsync(Tenancy::current).join()).isEmpty();
            assertThatThrownBy(() -> CompletableFuture.supplyAsync(this::mark).join())
                    .hasMessageContaining("mark");
        });
    }
}
