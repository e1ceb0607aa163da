package org.plenary.conference.body;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.body.AssigningDuties.Assignment;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Preconditions;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which body has what to do with each duty, for programs. */
@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/bodies/matrix")
class DutyMatrixApi {
    private final ConferenceApi conferences;
    private final AssigningDuties assigning;

    DutyMatrixApi(ConferenceApi conferences, AssigningDuties assigning) {
        this.conferences = conferences;
        this.assigning = assigning;
    }

    record ColumnView(UUID id, LocalizedText name) {}

    /** @param duty its id, @param body whose duty it is, @param raci letters by the ids of bodies */
    record AssignedDutyView(UUID duty, UUID body, LocalizedText text, Map<UUID, Raci> raci) {
        static AssignedDutyView of(DutyMatrix.Row row) {
            var duty = row.duty();
            return new AssignedDutyView(duty.id(), row.owner().id(), duty.text(), duty.raci());
        }
    }

    record MatrixView(List<ColumnView> bodies, List<AssignedDutyView> duties) {
        static MatrixView of(DutyMatrix matrix) {
            return new MatrixView(
                    matrix.bodies().stream()
                            .map(body ->
                                    new ColumnView(body.id(), body.details().name()))
                            .toList(),
                    matrix.rows().stream().map(AssignedDutyView::of).toList());
        }
    }

    record MatrixInput(@Nullable List<Assignment> duties) {}

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ResponseEntity<MatrixView> show(@PathVariable String conference) {
        return answer(assigning.of(conferences.bySlug(conference)));
    }

    @PutMapping
    @Requires(Permission.STAFF_WRITE)
    ResponseEntity<MatrixView> assign(
            @PathVariable String conference,
            @RequestBody MatrixInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        if (input.duties() == null) throw new Problem.InvalidInput("/duties", "required", "This is required.");
        return answer(assigning.assign(conferences.bySlug(conference), input.duties(), ifMatch));
    }

    private static ResponseEntity<MatrixView> answer(DutyMatrix matrix) {
        return ResponseEntity.ok().eTag(Preconditions.tag(matrix.version())).body(MatrixView.of(matrix));
    }
}
