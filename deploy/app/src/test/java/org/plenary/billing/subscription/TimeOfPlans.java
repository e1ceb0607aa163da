package org.plenary.billing.subscription;

import org.plenary.billing.CardSandboxControl;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets time pass for what an organization pays for. */
public final class TimeOfPlans {
    private final SubscriptionRows rows;
    private final PlanKeeping keeping;
    private final JdbcClient jdbc;
    private final String sandbox;

    private TimeOfPlans(SubscriptionRows rows, PlanKeeping keeping, JdbcClient jdbc, String sandbox) {
        this.rows = rows;
        this.keeping = keeping;
        this.jdbc = jdbc;
        this.sandbox = sandbox;
    }

    /** @param sandbox address of the card sandbox */
    public static TimeOfPlans of(ListableBeanFactory beans, String sandbox) {
        return new TimeOfPlans(
                beans.getBean(SubscriptionRows.class),
                beans.getBean(PlanKeeping.class),
                beans.getBean(JdbcClient.class),
                sandbox);
    }

    /** @param time as ISO 8601 has it, such as {@code P15D} */
    public void pass(Tenant tenant, String time) {
        var customer = rows.of(tenant.id()).customer();
        CardSandboxControl.change(
                sandbox, "customers", "{\"customer\": \"" + customer + "\", \"advance\": \"" + time + "\"}");
    }

    public String status(Tenant tenant) {
        return rows.of(tenant.id()).status().name();
    }

    /** The days after which who has not paid is suspended are over; false while nothing is overdue. */
    public boolean graceIsOver(Tenant tenant) {
        var isOverdue = jdbc.sql("""
                        update control.subscription set overdue_since = overdue_since - interval '15 days'
                        where tenant_id = ? and overdue_since is not null""").param(tenant.id().value()).update() == 1;
        if (isOverdue) keeping.keep();
        return isOverdue;
    }
}
