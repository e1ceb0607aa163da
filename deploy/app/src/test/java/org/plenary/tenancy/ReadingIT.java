package org.plenary.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.kernel.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class ReadingIT extends PlenaryIT {
    @Autowired
    private Reading reading;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private final AtomicInteger reads = new AtomicInteger();
    private Tenant tenant;

    @BeforeEach
    void aTenantOfItsOwn() {
        tenant = aTenant();
    }

    private int read(String key) {
        return Reading.once(ReadingIT.class, key, reads::incrementAndGet);
    }

    @Test
    void aPageReadsAThingOnce() {
        var sum = Tenancy.callAs(tenant, () -> reading.page(() -> read("one") + read("one") + read("other")));

        assertThat(sum).isEqualTo(1 + 1 + 2);
    }

    @Test
    void nothingIsKeptForTheNextPage() {
        Tenancy.runAs(tenant, () -> reading.page(() -> read("one")));

        assertThat(Tenancy.callAs(tenant, () -> reading.page(() -> read("one"))))
                .isEqualTo(2);
    }

    @Test
    void withoutAPageEverythingIsReadAnew() {
        assertThat(read("one") + read("one")).isEqualTo(1 + 2);
    }

    @Test
    void workThatWritesReadsEverythingAnew() {
        var sum = Tenancy.callAs(
                tenant,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> reading.page(() -> read("one") + read("one"))));

        assertThat(sum).isEqualTo(1 + 2);
    }

    @Test
    void aTransactionInsideOfAPagesKnowsNothingOfIt() {
        var inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        var sum = Tenancy.callAs(
                tenant, () -> reading.page(() -> read("one") + inner.execute(status -> read("one")) + read("one")));

        assertThat(sum).isEqualTo(1 + 2 + 1);
    }

    @Test
    void aRefusalThatThePageShowsIsNoFailureOfIt() {
        var inner = new TransactionTemplate(transactions);

        var shown = Tenancy.callAs(
                tenant,
                () -> reading.page(() -> {
                    try {
                        return inner.execute(status -> {
                            throw new Problem.Conflict("closed", "Not sold any more.");
                        });
                    } catch (Problem.Conflict refused) {
                        return refused.code() + read("one");
                    }
                }));

        assertThat(shown).isEqualTo("closed1");
    }

    @Test
    void aPageCannotWrite() {
        assertThatThrownBy(() -> Tenancy.runAs(
                        tenant,
                        () -> reading.page(
                                () -> jdbc.sql("delete from conference").update())))
                .isInstanceOf(DataAccessException.class);
    }
}
