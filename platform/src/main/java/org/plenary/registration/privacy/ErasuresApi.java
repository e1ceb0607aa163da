package org.plenary.registration.privacy;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.TenantHost;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who wants to be forgotten, for the organizer's programs. */
@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/erasures")
@Requires(Permission.REGISTRATION_READ)
class ErasuresApi {
    private final ConferenceApi conferences;
    private final Erasures erasures;
    private final AskingErasure asking;

    ErasuresApi(ConferenceApi conferences, Erasures erasures, AskingErasure asking) {
        this.conferences = conferences;
        this.erasures = erasures;
        this.asking = asking;
    }

    /** @param decision {@code approve} or {@code refuse}; @param reason for the person, of a refusal */
    record Decision(@Nullable String decision, @Nullable String reason) {}

    /** What is to be decided comes first. */
    @GetMapping
    Page<Erasure> list(@PathVariable String conference) {
        List<Erasure> found = erasures.list(conferences.bySlug(conference).id(), Page.MAXIMUM_LIMIT);
        return new Page<>(found, null);
    }

    @PostMapping("/{erasure}/decision")
    @Requires(Permission.REGISTRATION_WRITE)
    Erasure decide(@PathVariable String conference, @PathVariable UUID erasure, @RequestBody Decision body) {
        var found = conferences.bySlug(conference);
        var decision = body.decision() == null ? "" : body.decision();
        if (!decision.equals("approve") && !decision.equals("refuse"))
            throw new Problem.InvalidInput("/decision", "required", "A decision is approve or refuse.");
        asking.decide(found, erasure, decision.equals("approve"), body.reason());
        return erasures.find(found.id(), erasure).orElseThrow(() -> new Problem.NotFound("This request"));
    }
}
