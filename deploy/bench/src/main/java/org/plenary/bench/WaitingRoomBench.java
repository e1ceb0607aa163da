package org.plenary.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.NullMarked;

/**
 * A waiting room full of browsers, each with its own connection, asking at the interval that the page gives them. Started by
 * hand beside a platform that runs for trying out on this machine: {@code WaitingRoomBench port [browsers] [seconds]}.
 */
@NullMarked
public final class WaitingRoomBench {
    private static final int MOST_BROWSERS = 8_000;
    private static final int MOST_SECONDS = 300;
    private static final int ARRIVING_AT_ONCE = 32;
    private static final int TRIES = 600;
    private static final String API = "/api/v1/conferences";
    private static final Pattern NEXT = Pattern.compile("\"next\":(\\d+)");

    private final int port;
    private final String slug = "rush" + Long.toString(System.nanoTime(), 36);
    private final AtomicInteger failed = new AtomicInteger();

    private WaitingRoomBench(int port) {
        this.port = port;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) throw new IllegalArgumentException("port [browsers] [seconds]");
        var browsers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
        var seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 60;
        if (browsers > MOST_BROWSERS || seconds > MOST_SECONDS)
            throw new IllegalArgumentException("at most %d browsers, %d s".formatted(MOST_BROWSERS, MOST_SECONDS));
        new WaitingRoomBench(Integer.parseInt(arguments[0])).run(browsers, seconds);
    }

    private void run(int count, int seconds) throws Exception {
        var redis = redis();
        var application = ProcessHandle.of(redis.pid())
                .flatMap(ProcessHandle::parent)
                .orElseThrow()
                .pid();
        makeTheRoom();
        var memoryBefore = redis.memory();
        var browsers = new ArrayList<WaitingRoomBrowser>();
        for (var i = 0; i < count; i++) browsers.add(new WaitingRoomBrowser(port, slug + ".localhost"));

        var arriving = new Histogram(3);
        var begun = System.nanoTime();
        arrive(browsers, arriving);
        row("arrivals (page)", arriving, System.nanoTime() - begun, 0, 0);
        var memory = redis.memory();

        for (var each : List.of("warm-up", "polls at their interval")) {
            var polls = new ConcurrentHistogram(3);
            var cpu = cpu(application);
            var redisCpu = cpu(redis.pid());
            begun = System.nanoTime();
            poll(browsers, polls, each.equals("warm-up") ? Math.min(20, seconds) : seconds);
            row(each, polls, System.nanoTime() - begun, cpu(application) - cpu, cpu(redis.pid()) - redisCpu);
        }
        var most = new ConcurrentHistogram(3);
        var cpu = cpu(application);
        var redisCpu = cpu(redis.pid());
        begun = System.nanoTime();
        hurry(browsers.subList(0, ARRIVING_AT_ONCE), most);
        row(
                "polls without a pause, 32 at once",
                most,
                System.nanoTime() - begun,
                cpu(application) - cpu,
                cpu(redis.pid()) - redisCpu);
        System.out.printf(
                "Redis: %.1f MB for %d places, %d bytes each; %d requests failed%n",
                (memory - memoryBefore) / 1e6, count, (memory - memoryBefore) / count, failed.get());
        for (var browser : browsers) browser.close();
    }

    private void arrive(List<WaitingRoomBrowser> browsers, Histogram times) throws InterruptedException {
        var shared = new ConcurrentHistogram(3);
        var doors = new Semaphore(ARRIVING_AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var browser : browsers) {
                doors.acquire();
                threads.execute(() -> {
                    ask(browser, "/c/conf/waiting", shared);
                    doors.release();
                });
            }
        }
        times.add(shared);
    }

    /** As the page does: the first time somewhere within the interval, then as it is told, a fifth sooner or later. */
    private void poll(List<WaitingRoomBrowser> browsers, Histogram times, int seconds) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var browser : browsers)
                threads.execute(() -> {
                    var next = 15 * ThreadLocalRandom.current().nextDouble();
                    while (pause(next, end)) {
                        var found = NEXT.matcher(ask(browser, "/c/conf/waiting/place", times));
                        next = (found.find() ? Integer.parseInt(found.group(1)) : 10)
                                * (0.8 + 0.4 * ThreadLocalRandom.current().nextDouble());
                    }
                });
        }
    }

    private void hurry(List<WaitingRoomBrowser> browsers, Histogram times) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var browser : browsers)
                threads.execute(() -> {
                    while (System.nanoTime() < end) ask(browser, "/c/conf/waiting/place", times);
                });
        }
    }

    /** False when it would last beyond the end. */
    private static boolean pause(double seconds, long end) {
        var nanos = (long) (seconds * 1e9);
        if (System.nanoTime() + nanos > end) return false;
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String ask(WaitingRoomBrowser browser, String path, Histogram times) {
        var begun = System.nanoTime();
        try {
            var answer = browser.get(path);
            times.recordValue((System.nanoTime() - begun) / 1_000);
            if (answer.status() == 200) return answer.body();
        } catch (IOException e) {
            // counted below; the connection is made again at the next request
        }
        failed.incrementAndGet();
        return "";
    }

    private static void row(String what, Histogram times, long nanos, double cpu, double redisCpu) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f/s | %.1f ms | %.1f ms | %.1f ms | %.2f | %.2f |%n",
                what,
                times.getTotalCount(),
                times.getTotalCount() / (nanos / 1e9),
                times.getValueAtPercentile(50) / 1e3,
                times.getValueAtPercentile(99) / 1e3,
                times.getMaxValue() / 1e3,
                cpu / (nanos / 1e9),
                redisCpu / (nanos / 1e9));
    }

    /** An organization of its own, with a conference whose waiting room lets nobody in. */
    private void makeTheRoom() throws Exception {
        try (var platform = new WaitingRoomBrowser(port, "localhost");
                var host = new WaitingRoomBrowser(port, slug + ".localhost")) {
            var client = signUp(platform);
            var basic = Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
            platform.with("Authorization", "Basic " + basic);
            var token = text(ok(platform.form("/oauth2/token", "grant_type=client_credentials")), "access_token");
            host.with("Authorization", "Bearer " + token);
            ok(host.send("POST", API, """
                    {"slug": "conf", "name": "Conf", "starts_on": "2027-05-10", "ends_on": "2027-05-12",
                     "time_zone": "Europe/Berlin", "venue": {"name": "Hall", "city": "Berlin", "country": "DE"},
                     "currency": "EUR", "languages": ["en"]}"""));
            ok(host.send("PUT", API + "/conf/registration-form", "{\"sections\": []}"));
            ok(host.send("POST", API + "/conf/fees", """
                    {"key": "free", "name": "Free", "prices": [{"amount": {"amount": "0.00", "currency": "EUR"}, "until": null}]}"""));
            ok(host.send("PATCH", API + "/conf", "{\"status\": \"published\"}"));
            ok(host.send("PUT", API + "/conf/waiting-room", """
                    {"on": true, "opens_at": "2026-01-01T08:00:00Z", "per_minute": 1, "paused": true, "per_address": 0}"""));
        }
    }

    private String signUp(WaitingRoomBrowser platform) throws Exception {
        var email = "owner@" + slug + ".example";
        var begun = ok(platform.send("POST", "/api/v1/signups", """
                {"organization": {"name": "Society %s", "slug": "%s", "country": "DE", "locale": "en",
                   "time_zone": "Europe/Berlin"},
                 "owner": {"name": "Li Na", "email": "%s", "password": "correct horse battery staple"},
                 "plan": "free"}""".formatted(slug, slug, email)));
        var signup = "/api/v1/signups/" + text(begun, "id");
        var code = Pattern.compile("\\\\n(\\d{6})\\\\[rn]");
        for (var i = 0; i < TRIES; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            var mail = code.matcher(ok(platform.get("/dev/mail?to=" + email)));
            if (!mail.find()) continue;
            ok(platform.send("POST", signup + "/verify", "{\"code\": \"" + mail.group(1) + "\"}"));
            break;
        }
        for (var i = 0; i < TRIES; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            if (text(ok(platform.get(signup)), "status").equals("ready")) break;
        }
        var secret = "{\"secret\": \"" + text(begun, "secret") + "\"}";
        var client = ok(platform.send("POST", signup + "/api-client", secret));
        return text(client, "client_id") + ":" + text(client, "client_secret");
    }

    private static String ok(WaitingRoomBrowser.Answer answer) {
        if (answer.status() / 100 != 2) throw new IllegalStateException(answer.toString());
        return answer.body();
    }

    private static String text(String json, String member) {
        var found = Pattern.compile("\"" + member + "\"\\s*:\\s*\"?([^\",}]*)").matcher(json);
        if (!found.find()) throw new IllegalStateException("no " + member + " in " + json);
        return found.group(1);
    }

    private Redis redis() throws IOException {
        try (var platform = new WaitingRoomBrowser(port, "localhost")) {
            var service = Pattern.compile("\"address\":\"redis://127.0.0.1:(\\d+)\"[^}]*\"pid\":(\\d+)")
                    .matcher(ok(platform.get("/dev/services")));
            if (!service.find()) throw new IllegalStateException("Redis was not started by the platform");
            return new Redis(Integer.parseInt(service.group(1)), Long.parseLong(service.group(2)));
        }
    }

    record Redis(int port, long pid) {
        long memory() throws IOException {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write("INFO memory\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
                var info = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                var used = Pattern.compile("used_memory:(\\d+)").matcher(info);
                if (!used.find()) throw new IllegalStateException(info);
                return Long.parseLong(used.group(1));
            }
        }
    }

    /** Processor seconds that a process has used. */
    private static double cpu(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
