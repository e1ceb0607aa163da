package org.plenary.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The browser of an organization's owner: it signs in on the platform's host and is led back to the organization's. */
final class OwnersBrowser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 12;

    private final int port;
    private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();
    private URI address;

    private OwnersBrowser(int port, URI address) {
        this.port = port;
        this.address = address;
    }

    static OwnersBrowser signIn(Organizer organizer) throws IOException {
        var browser = new OwnersBrowser(organizer.port(), URI.create("http://" + organizer.host() + "/manage"));
        var form = browser.open("GET", "/manage", "");
        var fields = Map.of("email", SignUp.email(organizer.slug()), "password", SignUp.PASSWORD);
        browser.send(form, "/login", fields);
        if (!browser.address.getHost().startsWith(organizer.slug()))
            throw new IllegalStateException("signing in ended on " + browser.address);
        return browser;
    }

    /** @return the page, all redirects followed */
    String get(String path) throws IOException {
        return open("GET", path, "");
    }

    /** Sends a form of the page. @return the page that follows */
    String send(String page, String path, Map<String, String> fields) throws IOException {
        var token = TOKEN.matcher(page);
        if (!token.find()) throw new IllegalStateException("the page has no form: " + address);
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token.group(1));
        var form = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return open("POST", path, form);
    }

    /** What says on the organization's host who this is. */
    String cookie() {
        return cookies.getOrDefault(address.getHost(), Map.of()).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Goes to another organization of the same owner. @return what says there who this is */
    String cookieAt(String slug) throws IOException {
        address = URI.create("http://" + slug + ".localhost:" + port + "/manage");
        open("GET", "/manage", "");
        if (!address.getHost().startsWith(slug)) throw new IllegalStateException("it ended on " + address);
        return cookie();
    }

    /** Where the last page was found. */
    String path() {
        return address.getRawPath();
    }

    private String open(String method, String path, String form) throws IOException {
        address = address.resolve(path);
        try (var wire = new Wire(port)) {
            var answer = wire.send(request(method, form));
            for (var i = 0; i < MOST_REDIRECTS && answer.status() / 100 == 3; i++) {
                keep(answer.cookie());
                address = address.resolve(answer.location());
                answer = wire.send(request("GET", ""));
            }
            keep(answer.cookie());
            return Organizer.expect(200, answer);
        }
    }

    private byte[] request(String method, String form) {
        var path = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        return Wire.request(
                method,
                address.getAuthority(),
                path,
                Map.of(
                        "Accept",
                        "text/html",
                        "Sec-Fetch-Mode",
                        "navigate",
                        "Cookie",
                        cookie(),
                        "Content-Type",
                        "application/x-www-form-urlencoded"),
                form);
    }

    private void keep(String set) {
        var own = cookies.computeIfAbsent(address.getHost(), host -> new LinkedHashMap<>());
        for (var cookie : set.split("; ")) {
            var pair = cookie.split("=", 2);
            if (pair.length < 2) continue;
            if (pair[1].isEmpty()) own.remove(pair[0]);
            else own.put(pair[0], pair[1]);
        }
    }
}
