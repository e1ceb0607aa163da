package org.plenary.bench;

import java.time.Duration;
import java.util.List;

/** Runs the scenarios one after the other and writes down what they found. */
public final class Main {
    private static final List<Scenario> SCENARIOS = List.of(
            new Starting(),
            new ProvisioningTenants(),
            new Searching(),
            new FindingAmongMany(),
            new ManySignUps(),
            new PriceOfTenancy(),
            new AnyOfMany(),
            new HeldOrders(),
            new ConfirmedOrders(),
            new StripeMessages(),
            new WholeVisits(),
            new ReadingPages(),
            new AtTheDoor(),
            new SubmittingPapers(),
            new ListingDelegates(),
            new Exporting(),
            new AssigningPapers(),
            new NoisyNeighbour(),
            new Soaking());

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        var known = SCENARIOS.stream().map(Scenario::name).toList();
        var usual = SCENARIOS.stream()
                .filter(scenario -> !scenario.isOnlyWhenNamed())
                .map(Scenario::name)
                .toList();
        Settings settings;
        try {
            settings = Settings.of(arguments, known, usual);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + Settings.USAGE.formatted(String.join(", ", known)));
            System.exit(2);
            return;
        }
        var chosen = SCENARIOS.stream()
                .filter(scenario -> settings.scenarios().contains(scenario.name()))
                .toList();
        var about =
                chosen.stream().mapToInt(scenario -> scenario.seconds(settings)).sum();
        System.out.printf(
                "%d scenarios, about %d minutes on a quiet machine%n", chosen.size(), Math.ceilDiv(about, 60));
        var begin = System.nanoTime();
        var report = Report.begin(settings);
        var failed = false;
        try (var platform = new Platform(settings)) {
            for (var scenario : chosen) {
                var left = settings.within() * 60L
                        - Duration.ofNanos(System.nanoTime() - begin).toSeconds();
                if (scenario.seconds(settings) <= left) failed |= !measure(scenario, platform, report);
                else report.line("\nThe scenario " + scenario.name() + " was left out: it may not end in time.");
            }
        }
        report.end(Duration.ofNanos(System.nanoTime() - begin));
        report.append(settings.root().resolve("deploy/bench/RESULTS.md"));
        // the pools of drivers keep threads
        System.exit(failed ? 1 : 0);
    }

    /** What the others find is worth keeping when one fails. */
    private static boolean measure(Scenario scenario, Platform platform, Report report) {
        try {
            scenario.measure(platform, report);
            return true;
        } catch (Exception e) {
            e.printStackTrace();
            report.line("");
            report.line("The scenario " + scenario.name() + " failed: " + e.getMessage());
            return false;
        }
    }
}
