package org.plenary.tenancy;

import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The tenant that the current work belongs to. It is bound around a piece of work and nowhere set: by the host filter, by
 * the advisor of event listeners, by {@link ActiveTenants}, and by work of the platform's own that is told its tenant by
 * something else than a host: a payment's message, an operator's choice, a job for one organization. Unbound work has no tenant tables to
 * touch.
 */
public final class Tenancy {
    private static final ScopedValue<Tenant> CURRENT = ScopedValue.newInstance();
    private static final String LOG_KEY = "tenant";

    private Tenancy() {}

    public static Optional<Tenant> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** @throws IllegalStateException when no tenant is bound: a bug in the caller */
    public static Tenant require() {
        if (!CURRENT.isBound()) throw new IllegalStateException("no tenant is bound to this work");
        return CURRENT.get();
    }

    /**
     * Runs the work as this tenant; its log lines carry the tenant's slug.
     *
     * @throws IllegalStateException inside a transaction of another tenant or of none: it would go on using that one's schema
     */
    public static <R, X extends Throwable> R callAs(Tenant tenant, ScopedValue.CallableOp<? extends R, X> work)
            throws X {
        var same = current().map(Tenant::id).filter(tenant.id()::equals).isPresent();
        if (!same && TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException("a transaction cannot pass from one tenant to another");
        var before = MDC.get(LOG_KEY);
        MDC.put(LOG_KEY, tenant.slug());
        try {
            return ScopedValue.where(CURRENT, tenant).call(work);
        } finally {
            if (before == null) MDC.remove(LOG_KEY);
            else MDC.put(LOG_KEY, before);
        }
    }

    public static void runAs(Tenant tenant, Runnable work) {
        callAs(tenant, () -> {
            work.run();
            return true;
        });
    }
}
