package org.plenary.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs the services on their own, to be shared by several runs of tests, until standard input or the process ends. */
public final class Main {

    private static final String USAGE = """
            Options:
              --data=DIR             where the services keep their data (needed)
              --only=postgres,redis  which to start; all of postgres, redis, elasticsearch, mail, sandbox when missing
              --platform-port=8080   where the application listens, for the webhooks of the card sandbox
              --durable              every commit reaches the disk
            """;

    private Main() {}

    public static void main(String[] args) throws IOException {
        Settings settings;
        try {
            settings = settings(List.of(args));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + USAGE);
            System.exit(2);
            return;
        }
        try (var services = EmbeddedServices.start(settings)) {
            services.services().forEach(Main::print);
            System.out.println("READY");
            while (System.in.read() >= 0) {
                // what is typed does not matter, only that the input is still open
            }
        }
    }

    static Settings settings(List<String> args) {
        var given = new HashMap<String, String>();
        for (var arg : args) {
            var nameAndValue = arg.split("=", 2);
            given.put(nameAndValue[0], nameAndValue.length == 2 ? nameAndValue[1] : "");
        }
        var settings = new Settings(
                Path.of(required(given)),
                kinds(given.remove("--only")),
                given.remove("--durable") != null,
                Integer.parseInt(given.getOrDefault("--platform-port", "8080")));
        given.remove("--platform-port");
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("Unknown option " + given.keySet());
        }
        return settings;
    }

    private static String required(Map<String, String> given) {
        var data = given.remove("--data");
        if (data == null || data.isEmpty()) {
            throw new IllegalArgumentException("--data is missing");
        }
        return data;
    }

    private static Set<Kind> kinds(@Nullable String names) {
        if (names == null) {
            return EnumSet.allOf(Kind.class);
        }
        return Arrays.stream(names.split(","))
                .map(name -> Kind.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    }

    private static void print(Service service) {
        System.out.printf(
                "%-14s %-50s pid %-8d %6d ms  %s%n",
                service.name(),
                service.address(),
                service.pid(),
                service.startedIn().toMillis(),
                service.log() == null ? "" : service.log());
    }
}
