package org.plenary.billing.connect;

import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.TenantErased;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets which account a tenant that is gone took its money on, and what Stripe told of it. */
@Component
class ErasedTenants {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    ErasedTenants(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @OutboundListener(id = "billing.forget-erased-tenant")
    public void on(TenantErased event) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("""
                            delete from control.stripe_event where account in
                                (select account_id from control.connected_account where tenant_id = ?)""").param(event.tenant().value()).update();
            jdbc.sql("delete from control.connected_account where tenant_id = ?")
                    .param(event.tenant().value())
                    .update();
        });
    }
}
