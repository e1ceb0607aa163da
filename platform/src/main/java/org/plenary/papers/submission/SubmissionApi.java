package org.plenary.papers.submission;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Preconditions;
import org.plenary.tenancy.TenantHost;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/submissions/{number}")
class SubmissionApi {
    private final ConferenceApi conferences;
    private final PaperAccess access;
    private final Submitting submitting;
    private final Deciding deciding;
    private final PaperFiles files;

    SubmissionApi(
            ConferenceApi conferences, PaperAccess access, Submitting submitting, Deciding deciding, PaperFiles files) {
        this.conferences = conferences;
        this.access = access;
        this.submitting = submitting;
        this.deciding = deciding;
        this.files = files;
    }

    @GetMapping
    @Public
    ResponseEntity<SubmissionView> show(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String secret) {
        return answer(access.readable(conferences.visible(conference), number, secret));
    }

    @GetMapping("/file")
    @Public
    ResponseEntity<Resource> file(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String secret) {
        return files.download(access.readable(conferences.visible(conference), number, secret));
    }

    @PatchMapping
    @Public
    ResponseEntity<SubmissionView> change(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String secret,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Change change) {
        var view = conferences.visible(conference);
        var paper = access.writable(view, number, secret);
        Preconditions.check(ifMatch, paper.version());
        if (change.status() == null) return answer(submitting.change(view, paper, change.input(), access.isByStaff()));
        if (!change.status().equals(PaperStatus.WITHDRAWN.code()) || !change.isOnlyStatus())
            throw new Problem.InvalidInput(
                    "/status", "choice", "Only withdrawn, alone; decisions have their own address.");
        return answer(submitting.withdraw(paper));
    }

    @PostMapping("/decision")
    @Requires(Permission.PAPERS_WRITE)
    ResponseEntity<SubmissionView> decide(
            @PathVariable String conference, @PathVariable int number, @RequestBody Decision decision) {
        var paper = access.writable(conferences.bySlug(conference), number, null);
        return answer(deciding.decide(paper, decision.decision()));
    }

    private ResponseEntity<SubmissionView> answer(Paper paper) {
        return ResponseEntity.ok().eTag("\"" + paper.version() + "\"").body(access.view(paper));
    }

    record Decision(@Nullable String decision) {}

    /** The members of {@link SubmissionInput} and the status. */
    record Change(
            @Nullable String title,

            @com.fasterxml.jackson.annotation.JsonProperty("abstract") @Nullable
            String summary,

            java.util.@Nullable List<@Nullable String> keywords,
            @Nullable String track,
            @Nullable String type,
            java.util.@Nullable List<@Nullable String> topics,
            java.util.@Nullable List<SubmissionInput.@Nullable AuthorInput> authors,
            java.util.@Nullable List<SubmissionInput.@Nullable ConflictInput> conflicts,
            java.util.@Nullable Map<String, tools.jackson.databind.JsonNode> answers,
            @Nullable Integer formVersion,
            @Nullable String fileToken,
            @Nullable String status) {
        SubmissionInput input() {
            return new SubmissionInput(
                    title, summary, keywords, track, type, topics, authors, conflicts, answers, formVersion, fileToken);
        }

        boolean isOnlyStatus() {
            return java.util.stream.Stream.of(
                            title,
                            summary,
                            keywords,
                            track,
                            type,
                            topics,
                            authors,
                            conflicts,
                            answers,
                            formVersion,
                            fileToken)
                    .allMatch(Objects::isNull);
        }
    }
}
