package org.plenary.tenancy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads all that a page shows in one read-only transaction, and each thing once, however many parts of the page ask for it. What
 * was read is forgotten with the transaction: nothing of it is seen by another request, nor by another tenant.
 */
@Component
public class Reading {
    private final TransactionTemplate transaction;

    Reading(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
    }

    /** Inside a transaction of the caller's, its work is that one's; in one that writes, nothing is remembered. */
    public <T> T page(Supplier<T> page) {
        return transaction.execute(status -> {
            if (!status.isNewTransaction()) return page.get();
            TransactionSynchronizationManager.registerSynchronization(new Once());
            var read = page.get();
            // Nothing was written: one part's refusal, which the page shows, is no reason for the end of all to fail.
            status.setRollbackOnly();
            return read;
        });
    }

    /**
     * What is read, or was read for this page before. Only for what nobody changes who is given it.
     *
     * @param reader who asks
     * @param key which of the reader's things, such as a record or the id of their conference
     */
    public static <T> T once(Class<?> reader, Object key, Supplier<T> read) {
        var known = known();
        return known == null ? read.get() : known.of(new Asked(reader, key), read);
    }

    /** Whether this is work for a page. */
    public static boolean isOpen() {
        return known() != null;
    }

    private static @Nullable Once known() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return null;
        // A transaction that is begun inside of a page's has synchronizations of its own.
        for (var each : TransactionSynchronizationManager.getSynchronizations())
            if (each instanceof Once once) return once;
        return null;
    }

    private record Asked(Class<?> reader, Object key) {}

    private static final class Once implements TransactionSynchronization {
        private final Map<Asked, Object> known = new HashMap<>();

        @SuppressWarnings("unchecked") // what is kept under a key is what the same reader read for it
        <T> T of(Asked asked, Supplier<T> read) {
            var found = known.get(asked);
            if (found == null) {
                found = read.get();
                known.put(asked, found);
            }
            return (T) found;
        }
    }
}
