package org.plenary.identity;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser does with hosts, cookies and redirects; it resolves every name to this machine. */
public final class Browser {
    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final Map<String, Map<String, String>> cookies = new HashMap<>();

    /** What it says it is. */
    String agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    public Browser() {}

    /** Another window of the same browser, before either goes on. */
    public Browser(Browser same) {
        same.cookies.forEach((host, own) -> cookies.put(host, new HashMap<>(own)));
        agent = same.agent;
    }

    /** What the browser keeps for a host. */
    public Map<String, String> cookies(String host) {
        return new HashMap<>(cookies.getOrDefault(host, Map.of()));
    }

    /** @param content the body as it came */
    public record View(URI address, int status, String body, java.net.http.HttpHeaders headers, byte[] content) {}

    public View open(String address) {
        return follow(request(URI.create(address)).GET().build(), URI.create(address));
    }

    /** Fills the form of the page that is open and sends it. */
    public View submit(View page, String path, Map<String, String> fields) {
        var all = new TreeMap<String, List<String>>();
        fields.forEach((name, value) -> all.put(name, List.of(value)));
        return submitAll(page, path, all);
    }

    /** As {@link #submit}, with several values of one name. */
    public View submitAll(View page, String path, Map<String, List<String>> fields) {
        var token = CSRF.matcher(page.body());
        var all = new TreeMap<>(fields);
        if (token.find()) all.put("_csrf", List.of(token.group(1)));
        var body = all.entrySet().stream()
                .flatMap(e -> e.getValue().stream()
                        .map(value -> e.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        var target = page.address().resolve(path);
        return follow(
                request(target)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                target);
    }

    /** Chooses a file in the form of the page that is open, and sends it. */
    public View upload(View page, String path, String field, String fileName, byte[] content) {
        return upload(page, path, Map.of(), field, fileName, content);
    }

    /** As above, with other fields of the form. */
    public View upload(
            View page, String path, Map<String, String> fields, String field, String fileName, byte[] content) {
        var token = CSRF.matcher(page.body());
        var others = new TreeMap<>(fields);
        others.put("_csrf", token.find() ? token.group(1) : "");
        var parts = new StringBuilder();
        others.forEach((name, value) -> parts.append("--XX\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        var before = parts + "--XX\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var target = page.address().resolve(path);
        return follow(
                request(target)
                        .header("Content-Type", "multipart/form-data; boundary=XX")
                        .POST(BodyPublishers.ofByteArrays(List.of(
                                before.getBytes(StandardCharsets.UTF_8),
                                content,
                                "\r\n--XX--\r\n".getBytes(StandardCharsets.UTF_8))))
                        .build(),
                target);
    }

    private View follow(HttpRequest first, URI start) {
        var address = start;
        var request = first;
        for (var hops = 0; hops < 12; hops++) {
            var response = send(request);
            keepCookies(address, response);
            var location = response.headers().firstValue("Location");
            if (response.statusCode() / 100 != 3 || location.isEmpty())
                return new View(
                        address,
                        response.statusCode(),
                        new String(response.body(), StandardCharsets.UTF_8),
                        response.headers(),
                        response.body());
            address = address.resolve(location.get());
            request = request(address).GET().build();
        }
        throw new AssertionError("redirected for ever, last to " + address);
    }

    private HttpRequest.Builder request(URI address) {
        var path = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        var builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + path))
                .header("Host", address.getAuthority())
                .header("Accept", "text/html")
                .header("Sec-Fetch-Mode", "navigate")
                .header("User-Agent", agent);
        var own = cookies.getOrDefault(address.getHost(), Map.of());
        if (!own.isEmpty())
            builder.header(
                    "Cookie",
                    own.entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .collect(Collectors.joining("; ")));
        return builder;
    }

    private static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keepCookies(URI address, HttpResponse<byte[]> response) {
        var own = cookies.computeIfAbsent(address.getHost(), host -> new HashMap<>());
        for (var cookie : response.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            if (cookie.contains("Max-Age=0")) own.remove(pair[0]);
            else own.put(pair[0], pair[1]);
        }
    }
}
