package org.plenary.papers.cameraready;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.papers.call.Windows;
import org.plenary.papers.submission.Paper;
import org.springframework.stereotype.Component;

/** How far the final version of a paper is, and whether its authors can do something about it now. */
@Component
class FinalSteps {
    private final FinalVersions versions;
    private final CameraReadyPlans plans;
    private final CopyrightForms forms;
    private final Windows windows;
    private final Times times;

    FinalSteps(FinalVersions versions, CameraReadyPlans plans, CopyrightForms forms, Windows windows, Times times) {
        this.versions = versions;
        this.plans = plans;
        this.forms = forms;
        this.windows = windows;
        this.times = times;
    }

    @Component
    record Times(PublishedVolumes volumes, Clock clock) {}

    /**
     * @param form the newest copyright form; null while there is none, so that none is asked for
     * @param isSigned whether a signature is there that is enough, or none is asked for
     */
    record Steps(
            FinalVersion version,
            @Nullable FinalFile file,
            List<ChecklistLine> checklist,
            @Nullable CopyrightForm form,
            @Nullable CopyrightSignature signature,
            boolean isSigned) {
        public boolean hasFile() {
            return file != null;
        }

        public boolean isTicked() {
            return checklist.stream().allMatch(line -> version.ticked().contains(line.key()));
        }

        public boolean isReady() {
            return version.standing() == FinalStanding.READY;
        }

        /** The authors have done what was theirs. */
        public boolean isDone() {
            return hasFile() && isTicked() && isSigned && !version.isReturned();
        }

        /** Empty when an editor may approve it; else the code of what is missing. */
        public String hindrance() {
            if (!hasFile()) return "final_version_missing";
            return isSigned ? "" : "copyright_missing";
        }
    }

    /** Whether its authors know that it is accepted: a decision may be kept back until it is announced. */
    boolean isKnown(Paper paper) {
        return paper.isAccepted();
    }

    Steps of(Paper paper) {
        return of(paper, versions.of(paper.id()));
    }

    Steps of(Paper paper, FinalVersion version) {
        var signature = forms.signature(paper.id()).orElse(null);
        var required = forms.required(paper.conference());
        return new Steps(
                version,
                versions.newest(paper.id()).orElse(null),
                plans.of(paper.conference()),
                forms.newest(paper.conference()).orElse(null),
                signature,
                required == 0 || signature != null && signature.form() >= required);
    }

    boolean isOpen(ConferenceView conference, Paper paper) {
        return isKnown(paper)
                && !times.volumes().isOut(conference.id())
                && (versions.of(paper.id()).canBeMended(now()) || windows.takesCameraReady(conference, paper.number()));
    }

    /** @throws Problem.Conflict code {@code illegal_status}, {@code volume_published}, {@code deadline_passed}, {@code camera_ready_not_asked} */
    void requireOpen(ConferenceView conference, Paper paper, FinalVersion version) {
        requireUnpublished(conference.id());
        if (!isKnown(paper)) throw new Problem.Conflict("illegal_status", "Only accepted papers have a final version.");
        if (!version.canBeMended(now())) windows.forCameraReady(conference, paper.number());
    }

    void requireUnpublished(UUID conference) {
        if (times.volumes().isOut(conference))
            throw new Problem.Conflict("volume_published", "The proceedings are published.");
    }

    Set<String> known(UUID conference) {
        return plans.of(conference).stream()
                .map(ChecklistLine::key)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    Instant now() {
        return times.clock().instant();
    }
}
