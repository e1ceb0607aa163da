package org.plenary;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Ends threads between two steps of their work, where a process that is killed would end: before a commit, so that the step is lost,
 * or after it, so that the step is there and nothing that was to follow it happens. Only threads that work for one tenant end so.
 */
public final class Crashes implements TransactionExecutionListener {
    private static final ThreadLocal<Boolean> DIES_NOW = ThreadLocal.withInitial(() -> false);

    /** Nobody catches it who catches exceptions. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed(String when) {
            super("killed " + when, null, false, false);
        }
    }

    private record Plan(Tenant tenant, Random random, int oneIn) {}

    private final AtomicInteger count = new AtomicInteger();
    private volatile @Nullable Plan plan;

    /** From now on one in so many steps for the tenant is its thread's last. */
    public void begin(Tenant tenant, Random random, int oneIn) {
        plan = new Plan(tenant, random, oneIn);
    }

    public void end() {
        plan = null;
    }

    /** Work in which nobody dies. */
    public <T> T calm(Supplier<T> work) {
        var before = plan;
        plan = null;
        try {
            return work.get();
        } finally {
            plan = before;
        }
    }

    /** How many threads have ended so. */
    public int count() {
        return count.get();
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        var now = plan;
        if (now == null || transaction.isReadOnly() || !isFor(now.tenant())) return;
        switch (now.random().nextInt(now.oneIn() * 2)) {
            case 0 -> {
                count.incrementAndGet();
                throw new Killed("before the commit");
            }
            case 1 -> {
                forgetWhatFollows();
                DIES_NOW.set(true);
            }
            default -> {}
        }
    }

    private static boolean isFor(Tenant tenant) {
        return Tenancy.current().map(Tenant::id).filter(tenant.id()::equals).isPresent();
    }

    /** Events are in the outbox; whoever would have been told of them at once is not. */
    private static void forgetWhatFollows() {
        List<TransactionSynchronization> all = TransactionSynchronizationManager.getSynchronizations();
        TransactionSynchronizationManager.clearSynchronization();
        TransactionSynchronizationManager.initSynchronization();
        for (var each : all)
            if (!each.getClass().getName().contains("TransactionalApplicationListener"))
                TransactionSynchronizationManager.registerSynchronization(each);
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        if (!DIES_NOW.get()) return;
        DIES_NOW.remove();
        if (failure != null) return;
        count.incrementAndGet();
        throw new Killed("after the commit");
    }

    @Override
    public void afterRollback(TransactionExecution transaction, @Nullable Throwable failure) {
        DIES_NOW.remove();
    }
}
