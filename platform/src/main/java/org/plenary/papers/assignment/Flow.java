package org.plenary.papers.assignment;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The cheapest flow through a network, found by OR-Tools. Nothing can stop that once it has begun: who cancels need not wait for it, but its
 * thread works on to its end, and the next one waits for that, so that one node never has more than one at work.
 */
final class Flow {
    private static final Semaphore AT_WORK = new Semaphore(1);
    private static final Duration LOOK = Duration.ofMillis(50);

    private Flow() {}

    /** @return how much flows on each arc */
    static int[] cheapest(Network network, AssignmentRun run) {
        if (network.arcs().count() == 0) return new int[0];
        take(run);
        var solved = new CompletableFuture<int[]>();
        // native code on a virtual thread would hold one of the few carriers
        Thread.ofPlatform().name("assignment").daemon().start(() -> {
            try {
                solved.complete(solve(network));
            } catch (Throwable e) {
                solved.completeExceptionally(e);
            } finally {
                AT_WORK.release();
            }
        });
        return await(solved, run);
    }

    private static void take(AssignmentRun run) {
        run.at(RunStage.WAITING, 0);
        try {
            while (!AT_WORK.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) run.goOn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            run.goOn();
        }
    }

    private static int[] await(CompletableFuture<int[]> solved, AssignmentRun run) {
        while (true) {
            run.goOn();
            try {
                return solved.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // not yet
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw new IllegalStateException(
                        e.getCause() instanceof LinkageError
                                ? "OR-Tools could not be loaded: may code be run from java.io.tmpdir?"
                                : "The flow could not be solved",
                        e.getCause());
            }
        }
    }

    private static int[] solve(Network network) {
        Loader.loadNativeLibraries();
        var arcs = network.arcs();
        var flow = new MinCostFlow();
        try {
            for (var arc = 0; arc < arcs.count(); arc++)
                flow.addArcWithCapacityAndUnitCost(arcs.tail(arc), arcs.head(arc), arcs.capacity(arc), arcs.cost(arc));
            for (var node = 0; node < network.nodes(); node++)
                if (network.supply(node) != 0) flow.setNodeSupply(node, network.supply(node));
            var status = flow.solve();
            if (status != MinCostFlowBase.Status.OPTIMAL) throw new IllegalStateException("The flow is " + status);
            var flows = new int[arcs.count()];
            for (var arc = 0; arc < flows.length; arc++) flows[arc] = (int) flow.getFlow(arc);
            return flows;
        } finally {
            flow.delete();
        }
    }
}
