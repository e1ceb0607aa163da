package org.plenary.bench;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** Signs an organization up by the API: asks, reads the code in the mail, waits until it is ready. */
final class SignUp {
    private static final Pattern CODE = Pattern.compile("(?m)^([0-9]{6})\\r?$");
    private static final int TRIES = 3_000;
    static final String PASSWORD = "correct horse battery staple";

    private final Platform platform;

    SignUp(Platform platform) {
        this.platform = platform;
    }

    /** Clients that each sign up the next organization. */
    IntFunction<Load.Client> clients(IntFunction<String> slug) {
        var next = new AtomicInteger();
        return number -> () -> {
            try {
                complete(slug.apply(next.getAndIncrement()));
                return true;
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
    }

    void complete(String slug) throws Exception {
        var port = platform.application().port();
        try (var wire = new Wire(port)) {
            var id = Organizer.JSON
                    .readTree(Organizer.expect(202, wire.send(request(port, "/api/v1/signups", body(slug)))))
                    .at("/id")
                    .asString();
            var verify = "/api/v1/signups/" + id + "/verify";
            Organizer.expect(200, wire.send(request(port, verify, "{\"code\": \"" + code(slug) + "\"}")));
            for (var i = 0; i < TRIES; i++) {
                if (status(wire, port, id).equals("ready")) return;
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
        throw new IllegalStateException("the sign-up of " + slug + " did not become ready");
    }

    private static byte[] request(int port, String path, String body) {
        return Wire.request("POST", "localhost:" + port, path, Map.of("Content-Type", "application/json"), body);
    }

    private static String status(Wire wire, int port, String id) throws IOException {
        var request = Wire.request("GET", "localhost:" + port, "/api/v1/signups/" + id, Map.of(), "");
        return Organizer.JSON
                .readTree(Organizer.expect(200, wire.send(request)))
                .at("/status")
                .asString();
    }

    private String code(String slug) throws Exception {
        for (var i = 0; i < TRIES; i++) {
            for (var mail : platform.services().inbox().mails(email(slug))) {
                var found = CODE.matcher(mail.text());
                if (found.find()) return found.group(1);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        throw new IllegalStateException("no code was mailed for " + slug);
    }

    static String email(String slug) {
        return "owner@" + slug + ".example";
    }

    private static String body(String slug) {
        return """
                {"organization": {"name": "Society %s", "slug": "%s", "country": "DE", "locale": "en",
                   "time_zone": "Europe/Berlin"},
                 "owner": {"name": "Li Na", "email": "%s", "password": "%s"}, "plan": "free"}""".formatted(slug, slug, email(slug), PASSWORD);
    }
}
