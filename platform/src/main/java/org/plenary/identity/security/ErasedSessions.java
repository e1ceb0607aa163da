package org.plenary.identity.security;

import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.TenantErased;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.stereotype.Component;

/** Ends the sessions of a tenant that is gone. Sessions are looked at one by one: it happens rarely and in no request. */
@Component
class ErasedSessions {
    private static final String SESSIONS = SessionConfiguration.NAMESPACE + ":sessions:*";
    private static final String HOST = "sessionAttr:" + HostSessions.HOST;
    private static final int AT_ONCE = 500;

    private final RedisTemplate<String, Object> redis;

    ErasedSessions(RedisConnectionFactory connections) {
        redis = SessionConfiguration.template(connections);
    }

    @OutboundListener(id = "identity.end-sessions-of-erased-tenant")
    void on(TenantErased event) {
        var host = HostSessions.host(event.tenant());
        try (var keys = redis.scan(matching(SESSIONS))) {
            keys.forEachRemaining(key -> {
                if (host.equals(redis.opsForHash().get(key, HOST))) redis.delete(key);
            });
        }
        try (var keys = redis.scan(matching(host + ":*"))) {
            keys.forEachRemaining(redis::delete);
        }
    }

    private static ScanOptions matching(String pattern) {
        return ScanOptions.scanOptions().match(pattern).count(AT_ONCE).build();
    }
}
