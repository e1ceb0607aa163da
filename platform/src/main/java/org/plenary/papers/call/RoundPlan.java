package org.plenary.papers.call;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;

/** Puts rounds in their order: one of each stage, each ending after the one before. */
final class RoundPlan {
    private RoundPlan() {}

    /** @return the rounds, of which the first ends with the call's own deadline; without any given, full papers alone */
    static List<Round> checked(Violations violations, Deadline deadline, List<CallInput.@Nullable RoundInput> given) {
        var rounds = new ArrayList<Round>();
        for (var i = 0; i < given.size(); i++) {
            var pointer = "/rounds/" + i;
            var round = given.get(i);
            if (round == null || round.stage() == null) {
                violations.add(pointer + "/stage", "required", "This is required.");
                continue;
            }
            if (i == 0) {
                violations.check(
                        round.stage().isFirst(),
                        pointer + "/stage",
                        "first_round",
                        "A call begins with abstract or full.");
                violations.check(
                        round.deadline() == null || round.deadline().equals(deadline),
                        pointer + "/deadline",
                        "first_deadline",
                        "The first round ends with the call's deadline.");
                rounds.add(new Round(round.stage(), deadline));
                continue;
            }
            if (round.deadline() == null) {
                violations.add(pointer + "/deadline", "required", "This is required.");
                continue;
            }
            rounds.add(new Round(round.stage(), round.deadline()));
            if (rounds.size() > 1) checkOrder(violations, pointer, rounds.get(rounds.size() - 2), rounds.getLast());
        }
        return rounds;
    }

    private static void checkOrder(Violations violations, String pointer, Round before, Round round) {
        violations.check(
                round.stage().compareTo(before.stage()) > 0,
                pointer + "/stage",
                "round_order",
                "The order is abstract, full, revision, camera_ready.");
        violations.check(
                round.deadline().instant().isAfter(before.deadline().instant()),
                pointer + "/deadline",
                "round_after",
                "This must be after the round before.");
    }
}
