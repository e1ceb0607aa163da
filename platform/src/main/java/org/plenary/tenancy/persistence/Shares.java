package org.plenary.tenancy.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.Tenant;

/**
 * How many connections of its pool one tenant has at once: never all of them, so that the others of the pool are served however slow
 * this one's work is. Whoever asks for more waits for those that the tenant has.
 */
final class Shares {
    private final int each;
    private final long patienceMillis;

    /** As long as somebody holds or waits for one of it. */
    private final Cache<String, Semaphore> shares =
            Caffeine.newBuilder().weakValues().build();

    Shares(int each, long patienceMillis) {
        this.each = each;
        this.patienceMillis = patienceMillis;
    }

    /** Gives a connection. */
    interface Pool {
        Connection get() throws SQLException;
    }

    Connection take(Tenant tenant, Pool pool) throws SQLException {
        var share = shares.get(tenant.schema(), unknown -> new Semaphore(each, true));
        await(share);
        try {
            return lent(pool.get(), share);
        } catch (SQLException | RuntimeException e) {
            share.release();
            throw e;
        }
    }

    private void await(Semaphore share) throws SQLException {
        try {
            if (!share.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS))
                throw new SQLTransientConnectionException("all connections that one tenant may have are in use");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted while waiting for a connection", e);
        }
    }

    private static Connection lent(Connection connection, Semaphore share) {
        return (Connection) Proxy.newProxyInstance(
                Shares.class.getClassLoader(), new Class<?>[] {Connection.class}, new Lent(connection, share));
    }

    /** Gives the connection's place in the share back when it is closed, once. */
    private static final class Lent implements InvocationHandler {
        private final Connection connection;
        private final Semaphore share;
        private final AtomicBoolean isBack = new AtomicBoolean();

        private Lent(Connection connection, Semaphore share) {
            this.connection = connection;
            this.share = share;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("equals")) return arguments != null && proxy == arguments[0];
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            } finally {
                if (method.getName().equals("close") && isBack.compareAndSet(false, true)) share.release();
            }
        }
    }
}
