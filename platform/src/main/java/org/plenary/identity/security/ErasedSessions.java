package org.plenary.identity.security;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.TenantErased;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantRestored;
import org.plenary.tenancy.TenantTraces;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.stereotype.Component;

/**
 * Ends the sessions of a tenant that is gone, with everything else under its name in Redis. Sessions are looked at one by one: it
 * happens rarely and in no request.
 */
@Component
class ErasedSessions implements TenantTraces {
    private static final String SESSIONS = SessionConfiguration.NAMESPACE + ":sessions:*";
    private static final String HOST = "sessionAttr:" + HostSessions.HOST;
    private static final int AT_ONCE = 500;

    private final RedisTemplate<String, Object> redis;

    ErasedSessions(RedisConnectionFactory connections) {
        redis = SessionConfiguration.template(connections);
    }

    @OutboundListener(id = "identity.end-sessions-of-erased-tenant")
    void on(TenantErased event) {
        eachOf(event.tenant(), redis::delete);
    }

    /** Lines of waiting rooms and the like follow from data that is not there any more. Who is signed in stays so. */
    @OutboundListener(id = "identity.forget-keys-of-restored-tenant")
    void on(TenantRestored event) {
        try (var keys = redis.scan(matching(HostSessions.host(event.tenant()) + ":*"))) {
            keys.forEachRemaining(redis::delete);
        }
    }

    @Override
    public String kind() {
        return "keys";
    }

    @Override
    public long count(TenantId tenant, String schema) {
        var count = new AtomicLong();
        eachOf(tenant, key -> count.incrementAndGet());
        return count.get();
    }

    private void eachOf(TenantId tenant, Consumer<String> work) {
        var host = HostSessions.host(tenant);
        try (var keys = redis.scan(matching(SESSIONS))) {
            keys.forEachRemaining(key -> {
                if (host.equals(redis.opsForHash().get(key, HOST))) work.accept(key);
            });
        }
        try (var keys = redis.scan(matching(host + ":*"))) {
            keys.forEachRemaining(work);
        }
    }

    private static ScanOptions matching(String pattern) {
        return ScanOptions.scanOptions().match(pattern).count(AT_ONCE).build();
    }
}
