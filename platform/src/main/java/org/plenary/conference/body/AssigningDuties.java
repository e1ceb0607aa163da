package org.plenary.conference.body;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Preconditions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says which body has what to do with each duty. */
@Component
class AssigningDuties {
    private final BodyRows rows;
    private final AuditTrail audit;

    AssigningDuties(BodyRows rows, AuditTrail audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /** @param duty its id, @param raci letters by the ids of bodies; the empty text is nothing */
    record Assignment(@Nullable UUID duty, @Nullable Map<UUID, String> raci) {}

    @Transactional(readOnly = true)
    public DutyMatrix of(ConferenceView conference) {
        return new DutyMatrix(rows.all(conference.id()));
    }

    /**
     * Duties that are not named stay as they are.
     *
     * @param ifMatch tag of the version that the writer saw; null to write in any case
     */
    @Transactional
    public DutyMatrix assign(ConferenceView conference, List<Assignment> assignments, @Nullable String ifMatch) {
        rows.lock(conference.id());
        var matrix = of(conference);
        Preconditions.check(ifMatch, matrix.version());
        var wanted = checked(matrix, assignments);
        var changed = 0;
        for (var body : matrix.bodies()) {
            var duties = body.duties().stream()
                    .map(duty -> duty.with(wanted.getOrDefault(duty.id(), duty.raci())))
                    .toList();
            if (duties.equals(body.duties())) continue;
            rows.put(conference.id(), body.withDuties(duties));
            changed++;
        }
        if (changed > 0)
            audit.record(
                    "body.duties-assigned",
                    conference.id().toString(),
                    Map.of("conference", conference.slug(), "count", changed));
        return of(conference);
    }

    private static Map<UUID, Map<UUID, Raci>> checked(DutyMatrix matrix, List<Assignment> assignments) {
        var duties = matrix.rows().stream()
                .map(DutyMatrix.Row::duty)
                .collect(Collectors.toMap(Duty::id, Function.identity()));
        var bodies = matrix.bodies().stream().map(Body::id).collect(Collectors.toSet());
        var wanted = new HashMap<UUID, Map<UUID, Raci>>();
        var found = new Violations();
        for (var i = 0; i < assignments.size(); i++) {
            var at = "/duties/" + i;
            var assignment = assignments.get(i);
            var id = assignment == null ? null : assignment.duty();
            if (assignment == null || id == null || !duties.containsKey(id) || wanted.containsKey(id)) {
                found.add(at + "/duty", "unknown_duty", "There is no such duty, or it is named twice.");
                continue;
            }
            var raci = new LinkedHashMap<UUID, Raci>();
            var letters = assignment.raci();
            if (letters != null)
                letters.forEach((body, letter) -> {
                    var known = Raci.ofLetter(letter);
                    found.check(bodies.contains(body), at + "/raci", "unknown_body", "There is no such body.");
                    found.check(
                            known.isPresent() || letter == null || letter.isEmpty(),
                            at + "/raci",
                            "raci_letter",
                            "One of: R, A, C, I.");
                    known.ifPresent(each -> raci.put(body, each));
                });
            found.check(
                    Duty.hasOneAccountable(raci),
                    at + "/raci",
                    "raci_one_accountable",
                    "Exactly one body is accountable (A) for each duty.");
            wanted.put(id, raci);
        }
        found.throwIfAny();
        return wanted;
    }
}
