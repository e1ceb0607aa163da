package org.plenary.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is measured, and how long.
 *
 * @param seconds that each point is measured in each round
 * @param rounds of which the median is quoted
 * @param tenants schemas for the price of tenancy
 * @param minutes that the soak takes
 * @param within minutes in which the whole run ends; a scenario that may not fit into what is left of them is left out
 */
record Settings(List<String> scenarios, int seconds, int rounds, int tenants, int minutes, int within, Path root) {
    static final String USAGE = """
            deploy/bench/run [--seconds=2] [--rounds=3] [--tenants=1000] [--minutes=10] [--within=120] [SCENARIO...]
            Scenarios: %s; all of them but soak when none is named.
            """;

    private static final int MOST_SECONDS = 60;
    private static final int MOST_ROUNDS = 20;
    private static final int MOST_TENANTS = 5_000;
    private static final int MOST_MINUTES = 240;
    private static final int POINTS_OF_WARMING = 5;

    Settings {
        bounded("--seconds", seconds, MOST_SECONDS);
        bounded("--rounds", rounds, MOST_ROUNDS);
        bounded("--tenants", tenants, MOST_TENANTS);
        bounded("--minutes", minutes, MOST_MINUTES);
        bounded("--within", within, MOST_MINUTES);
    }

    private static void bounded(String option, int value, int most) {
        if (value < 1 || value > most) throw new IllegalArgumentException(option + " is 1 to " + most);
    }

    /** @param usual the scenarios when none is named */
    static Settings of(String[] arguments, List<String> known, List<String> usual) {
        var seconds = 2;
        var rounds = 3;
        var tenants = 1_000;
        var minutes = 10;
        var within = 120;
        var scenarios = new ArrayList<String>();
        for (var argument : arguments) {
            var value = argument.substring(argument.indexOf('=') + 1);
            if (argument.startsWith("--seconds=")) seconds = Integer.parseInt(value);
            else if (argument.startsWith("--rounds=")) rounds = Integer.parseInt(value);
            else if (argument.startsWith("--tenants=")) tenants = Integer.parseInt(value);
            else if (argument.startsWith("--minutes=")) minutes = Integer.parseInt(value);
            else if (argument.startsWith("--within=")) within = Integer.parseInt(value);
            else if (known.contains(argument)) scenarios.add(argument);
            else throw new IllegalArgumentException("Unknown: " + argument + " in " + Arrays.toString(arguments));
        }
        return new Settings(
                scenarios.isEmpty() ? usual : List.copyOf(scenarios),
                seconds,
                rounds,
                tenants,
                minutes,
                within,
                Path.of("").toAbsolutePath());
    }

    Duration length() {
        return Duration.ofSeconds(seconds);
    }

    /** Until the compiler is done with what comes next. */
    Duration warmUp() {
        return length().multipliedBy(POINTS_OF_WARMING);
    }

    /** Seconds that so many points take, all rounds of them. */
    int points(int number) {
        return number * seconds * rounds;
    }

    /** Emptied at each run; in a folder that git ignores. */
    Path data() {
        return root.resolve(".data/bench");
    }

    /** A thousand schemas take minutes to make, so they are kept. */
    Path tenantsData() {
        return root.resolve(".data/bench-tenants");
    }

    Path application() {
        return root.resolve("deploy/app/target/plenary-app-0.1.0.jar");
    }

    Path demo(String file) {
        return root.resolve("deploy/app/src/test/resources/demo").resolve(file);
    }
}
