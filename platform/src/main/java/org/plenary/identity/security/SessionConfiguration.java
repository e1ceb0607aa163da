package org.plenary.identity.security;

import java.time.Clock;
import java.time.Duration;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.session.StoredSignIns;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.data.redis.RedisSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions in Redis, known to the browser by a cookie that only the host that set it gets back. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {
    private static final Duration IDLE = Duration.ofHours(8);

    static final String NAMESPACE = "plenary:session";

    @Bean
    SessionRepository<?> sessionRepository(
            RedisConnectionFactory redis, StoredAccounts accounts, StoredSignIns signIns, Clock clock) {
        var sessions = new RedisSessionRepository(template(redis));
        sessions.setDefaultMaxInactiveInterval(IDLE);
        sessions.setRedisKeyNamespace(NAMESPACE);
        return new HostSessions<>(
                sessions,
                (account, at, signIn) -> signIn == null
                        ? isOutdated() || accounts.hasEnded(account, at)
                        : signIns.hasEnded(account, signIn),
                clock);
    }

    /** Nobody can go on to a tenant's host with a session of the platform's that an older version began. */
    private static boolean isOutdated() {
        return Tenancy.current().isEmpty();
    }

    /** Reads and writes sessions as the repository keeps them. */
    static RedisTemplate<String, Object> template(RedisConnectionFactory redis) {
        var template = new RedisTemplate<String, Object>();
        template.setConnectionFactory(redis);
        template.setKeySerializer(RedisSerializer.string());
        template.setHashKeySerializer(RedisSerializer.string());
        template.setDefaultSerializer(RedisSerializer.java(SessionConfiguration.class.getClassLoader()));
        template.afterPropertiesSet();
        return template;
    }

    @Bean
    CookieSerializer sessionCookie(Urls urls) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(urls.isSecure() ? "__Host-plenary" : "plenary");
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(urls.isSecure());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }
}
