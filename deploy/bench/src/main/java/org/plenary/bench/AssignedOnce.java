package org.plenary.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plenary.papers.assignment.Affinity;
import org.plenary.papers.assignment.Assigned;
import org.plenary.papers.assignment.AssigningReviewers;
import org.plenary.papers.assignment.Assignment;
import org.plenary.papers.assignment.AssignmentInput;
import org.plenary.papers.assignment.AssignmentRun;
import org.plenary.papers.assignment.Cap;
import org.plenary.papers.assignment.Greedy;
import org.plenary.papers.assignment.Pairing;
import org.plenary.papers.assignment.Quality;
import org.plenary.papers.assignment.RunStage;

/** Reviewers are assigned once, in a process of its own so that its memory is known. It prints a name and a number on each line. */
public final class AssignedOnce {
    private static final double CAP = 0.9;
    private static final int EDITS = 10;

    private AssignedOnce() {}

    /** @param arguments the file of papers, then the numbers of {@link MadePapers.Size} */
    public static void main(String[] arguments) throws Exception {
        var made = new MadePapers(
                Path.of(arguments[0]),
                new MadePapers.Size(
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]),
                        Integer.parseInt(arguments[4]),
                        Integer.parseInt(arguments[5])));
        print("heap before, MB", heap());
        var affinities = timed(
                "affinity, s", () -> Affinity.of(made.submissions(), made.written(), 60, AssignmentRun.unwatched()));
        print("pairs", affinities.size());
        var input = made.input(affinities);
        var assignment = timed("assigning, s", () -> AssigningReviewers.assign(input, followed()));
        print("resident most, MB", Machine.status(ProcessHandle.current().pid(), "VmHWM:") / 1024.0);
        qualities("flow", assignment.quality());
        print("gap", assignment.gap());
        var greedy = timed("greedy, s", () -> Greedy.assign(input));
        qualities("greedy", Quality.of(input, greedy));
        explain(assignment);
        edit(input, assignment);
        var capped = AssigningReviewers.assign(input.with(new Cap(CAP, 7)), AssignmentRun.unwatched());
        print("capped, value", capped.quality().value());
    }

    /** When each stage begins, to be seen when it is run by hand. */
    private static AssignmentRun followed() {
        var begin = System.nanoTime();
        return new AssignmentRun((stage, part) -> {
            if (stage != RunStage.CANDIDATES)
                System.err.printf("%s %.0f %% after %.1f s%n", stage, 100 * part, (System.nanoTime() - begin) / 1e9);
        });
    }

    private static void qualities(String name, Quality quality) {
        print(name + ", value", quality.value());
        print(name + ", missing", quality.missing());
        print(name + ", below least", quality.belowLeast());
        print(name + ", worst paper", quality.worstPaper());
        print(name + ", least load", quality.leastLoad());
        print(name + ", most load", quality.mostLoad());
        print(name + ", same institution", quality.sameInstitution());
        print(name + ", same country", quality.sameCountry());
        print(name + ", without senior", quality.withoutSenior());
    }

    private static void explain(Assignment assignment) throws Exception {
        timed("first why, s", () -> assignment.why(0, 0));
        var papers = 20;
        var begin = System.nanoTime();
        for (var paper = 0; paper < papers; paper++) assignment.why(paper, 1);
        print("next why, ms", (System.nanoTime() - begin) / 1e6 / papers);
    }

    /** Some pairs are forbidden by hand, the others stand: once left alone where nothing much is won, once not. */
    private static void edit(AssignmentInput input, Assignment assignment) throws Exception {
        var edited = new ArrayList<Pairing>();
        var assigned = assignment.assigned();
        var next = 0;
        var forbidden = 0;
        for (var pair : sorted(input.pairings())) {
            while (next < assigned.size() && isBefore(assigned.get(next), pair)) next++;
            var stands = next < assigned.size()
                    && assigned.get(next).paper() == pair.paper()
                    && assigned.get(next).reviewer() == pair.reviewer();
            if (!stands) edited.add(pair);
            else edited.add(forbidden++ < EDITS ? pair.standing().forbidden() : pair.standing());
        }
        var then = input.with(edited);
        var calm = timed("again, s", () -> AssigningReviewers.assign(then, AssignmentRun.unwatched()));
        print("again, changes", calm.changes().in().size());
        var restless =
                AssigningReviewers.assign(then.with(input.weights().withStability(0)), AssignmentRun.unwatched());
        print("again without stability, changes", restless.changes().in().size());
    }

    private static List<Pairing> sorted(List<Pairing> pairings) {
        return pairings.stream()
                .sorted((one, other) -> one.paper() == other.paper()
                        ? Integer.compare(one.reviewer(), other.reviewer())
                        : Integer.compare(one.paper(), other.paper()))
                .toList();
    }

    private static boolean isBefore(Assigned assigned, Pairing pair) {
        return assigned.paper() < pair.paper()
                || assigned.paper() == pair.paper() && assigned.reviewer() < pair.reviewer();
    }

    private interface Work<T> {
        T done() throws Exception;
    }

    private static <T> T timed(String name, Work<T> work) throws Exception {
        var begin = System.nanoTime();
        var done = work.done();
        print(name, (System.nanoTime() - begin) / 1e9);
        return done;
    }

    private static double heap() {
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024.0 / 1024;
    }

    private static void print(String name, double value) {
        System.out.println(name + "=" + value);
    }
}
