package org.plenary.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.plenary.identity.keys.DerivedSecrets;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Secrets;
import org.plenary.tenancy.Urls;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Browsers with which somebody has signed in before, known by a signed mark that they keep. The mark opens nothing: it only
 * tells what need not be mailed about.
 */
@Component
public class KnownDevices {
    /** Browsers keep no cookie for longer. */
    private static final Duration LIFE = Duration.ofDays(400);

    private final JdbcClient jdbc;
    private final DerivedSecrets secrets;
    private final Urls urls;
    private final Clock clock;

    KnownDevices(JdbcClient jdbc, DerivedSecrets secrets, Urls urls, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.urls = urls;
        this.clock = clock;
    }

    /** Whether somebody has signed in to this account with this browser before. */
    public boolean knows(UUID account, HttpServletRequest request) {
        return mark(request).filter(mark -> isKnown(account, mark)).isPresent();
    }

    /** The mark of this browser, which gets one when it has none. */
    String mark(HttpServletRequest request, HttpServletResponse response) {
        var mark = mark(request).orElseGet(Ids::secret);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(cookie(), mark + "." + signature(mark))
                        .path("/")
                        .maxAge(LIFE)
                        .httpOnly(true)
                        .secure(urls.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
        return mark;
    }

    /** @return whether the account's owner should be told: it is new, and not the first of all */
    boolean remember(UUID account, String mark) {
        var now = clock.instant();
        var isKnown = isKnown(account, mark);
        var isFirst = jdbc.sql("select 1 from control.known_device where account_id = ? limit 1")
                .param(account)
                .query(Integer.class)
                .optional()
                .isEmpty();
        jdbc.sql("delete from control.known_device where account_id = ? and seen_at < ?")
                .params(account, Timestamp.from(now.minus(LIFE)))
                .update();
        jdbc.sql("""
                        insert into control.known_device (account_id, device_hash, seen_at) values (?, ?, ?)
                        on conflict (account_id, device_hash) do update set seen_at = excluded.seen_at""").params(account, Secrets.hash(mark), Timestamp.from(now)).update();
        return !isKnown && !isFirst;
    }

    private boolean isKnown(UUID account, String mark) {
        return jdbc.sql("select 1 from control.known_device where account_id = ? and device_hash = ?")
                .params(account, Secrets.hash(mark))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** What the browser sent, when we made it. */
    private Optional<String> mark(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        return Arrays.stream(cookies)
                .filter(each -> each.getName().equals(cookie()))
                .map(each -> each.getValue().split("\\.", 2))
                .filter(parts -> parts.length == 2 && isOurs(parts[0], parts[1]))
                .map(parts -> parts[0])
                .findFirst();
    }

    private boolean isOurs(String mark, String signature) {
        return MessageDigest.isEqual(
                signature(mark).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII));
    }

    private String signature(String mark) {
        return secrets.of("device:" + mark);
    }

    private String cookie() {
        return urls.isSecure() ? "__Host-device" : "plenary-device";
    }
}
