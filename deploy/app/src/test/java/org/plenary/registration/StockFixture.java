package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.aConference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.registration.order.HoldSweeper;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A conference whose counters agree with its rows after every test, whatever the test sold. */
abstract class StockFixture extends PlenaryIT {
    @Autowired
    StockCheck stockCheck;

    @Autowired
    private HoldSweeper sweeper;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Accounts accounts;

    Tenant tenant;
    Http owner;

    @BeforeEach
    void aConferenceOfItsOwn() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
    }

    @AfterEach
    void theCountersAgreeWithTheRows() {
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
    }

    DeskFixture staff() {
        return new DeskFixture(tenant, owner.port(), accounts);
    }

    /** Nobody has paid in time. */
    void expireAll() {
        Tenancy.runAs(tenant, () -> {
            jdbc.sql("UPDATE orders SET expires_at = now() - interval '1 minute' WHERE status = 'pending'")
                    .update();
            sweeper.sweep();
        });
    }
}
