package org.plenary.billing.refund;

import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.Successor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A refund that waited when the backup was made may have gone out since: Stripe is looked at before it is asked. */
@Component
record RefundSuccession(JdbcClient jdbc) implements Successor {
    @Override
    public void follow(@Nullable String before, String restored) {
        jdbc.sql("update " + restored + ".refund set attempts = 1 where status = 'PENDING' and attempts = 0")
                .update();
    }
}
