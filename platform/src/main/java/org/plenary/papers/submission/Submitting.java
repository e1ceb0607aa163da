package org.plenary.papers.submission;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.files.FileRule;
import org.plenary.files.FileStore;
import org.plenary.fulltext.DocumentChanged;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.plenary.kernel.Violations;
import org.plenary.papers.call.Call;
import org.plenary.papers.call.Calls;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What authors do: submit a paper, change it until the deadline, withdraw it until it is decided. */
@Component
class Submitting {
    static final String KIND = "paper";

    private final Calls calls;
    private final Papers papers;
    private final FileStore files;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Submitting(Calls calls, Papers papers, FileStore files, ApplicationEventPublisher events, Clock clock) {
        this.calls = calls;
        this.papers = papers;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    /** @param secret known to the author alone from now on */
    record Submitted(Paper paper, String secret) {}

    /** @throws Problem.Conflict code {@code call_closed} or {@code deadline_passed} */
    @Transactional
    public Submitted submit(ConferenceView conference, SubmissionInput input, Locale locale) {
        var call = openCall(conference);
        var violations = new Violations();
        ContentRules.check(violations, input, call);
        var file = file(violations, input.fileToken());
        violations.throwIfAny();
        var secret = Ids.secret();
        var paper = new Paper(
                Ids.next(),
                conference.id(),
                calls.takeNumbers(conference.id(), 1),
                null,
                input.content(),
                PaperStatus.SUBMITTED,
                file,
                Secrets.hash(secret),
                null,
                locale,
                clock.instant(),
                1);
        papers.insert(List.of(paper));
        events.publishEvent(new PaperSubmitted(Tenancy.require().id(), paper.id(), secret));
        changed(paper);
        return new Submitted(paper, secret);
    }

    /** @param byStaff who may change a paper at any time */
    @Transactional
    public Paper change(ConferenceView conference, Paper paper, SubmissionInput change, boolean byStaff) {
        if (!byStaff) {
            openCall(conference);
            if (paper.status() != PaperStatus.SUBMITTED)
                throw new Problem.Conflict(
                        "illegal_status", "A paper that is " + paper.status().code() + " cannot be changed.");
        }
        var input = change.over(paper.content());
        var violations = new Violations();
        var call = calls.find(conference.id()).orElse(null);
        if (byStaff) ContentRules.checkImported(violations, "", input, call);
        else ContentRules.check(violations, input, call);
        var file = file(violations, change.fileToken());
        violations.throwIfAny();
        return keep(paper.change(input.content(), file == null ? paper.file() : file));
    }

    @Transactional
    public Paper withdraw(Paper paper) {
        if (paper.status() == PaperStatus.WITHDRAWN) return paper;
        return keep(paper.become(PaperStatus.WITHDRAWN));
    }

    /** Whether an author can submit or change something now. */
    @Transactional(readOnly = true)
    public boolean isOpen(ConferenceView conference) {
        return conference.isOpen()
                && calls.find(conference.id())
                        .map(call -> !call.deadline().isPassed(clock.instant()))
                        .orElse(false);
    }

    private Call openCall(ConferenceView conference) {
        var call = calls.find(conference.id()).orElse(null);
        if (call == null || !conference.isOpen())
            throw new Problem.Conflict("call_closed", "There is no open call for papers.");
        if (call.deadline().isPassed(clock.instant()))
            throw new Problem.Conflict("deadline_passed", "The deadline was " + call.deadline() + ".");
        return call;
    }

    private @Nullable UUID file(Violations violations, @Nullable String token) {
        if (token == null || token.isBlank()) return null;
        var file = files.byToken(token).orElse(null);
        if (file == null) {
            violations.add("/file_token", "file_token", "There is no such file, or it was uploaded too long ago.");
            return null;
        }
        violations.check(
                FileRule.PAPER.types().contains(file.type()) && file.size() <= FileRule.PAPER.maximumBytes(),
                "/file_token",
                "file_type",
                "A paper is a PDF of at most 30 MB.");
        return file.id();
    }

    private Paper keep(Paper paper) {
        papers.update(List.of(paper));
        changed(paper);
        return paper;
    }

    private void changed(Paper paper) {
        events.publishEvent(new DocumentChanged(Tenancy.require().id(), KIND, paper.id()));
    }
}
