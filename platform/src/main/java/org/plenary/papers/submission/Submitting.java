package org.plenary.papers.submission;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.fulltext.DocumentChanged;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.plenary.kernel.Violations;
import org.plenary.papers.call.Call;
import org.plenary.papers.call.Stage;
import org.plenary.papers.call.SubmissionType;
import org.plenary.papers.call.Windows;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What authors do: submit a paper, change it until the deadline, withdraw it until it is decided. */
@Component
class Submitting {
    static final String KIND = "paper";

    private final Windows windows;
    private final Papers papers;
    private final SentParts parts;
    private final Coauthors coauthors;
    private final ApplicationEventPublisher events;

    Submitting(Windows windows, Papers papers, SentParts parts, Coauthors coauthors, ApplicationEventPublisher events) {
        this.windows = windows;
        this.papers = papers;
        this.parts = parts;
        this.coauthors = coauthors;
        this.events = events;
    }

    /** @param secret known to the author alone from now on */
    record Submitted(Paper paper, String secret) {}

    /**
     * @param late the token of a leave to hand in after the deadline; null for none
     * @throws Problem.Conflict code {@code call_closed} or {@code deadline_passed}
     */
    @Transactional
    public Submitted submit(ConferenceView conference, SubmissionInput input, @Nullable String late, Locale locale) {
        var open = windows.forNew(conference, late);
        var violations = new Violations();
        ContentRules.check(violations, input, open.call());
        var sent = parts.ofNew(violations, conference, input);
        violations.check(
                sent.file() != null || open.call().first() == Stage.ABSTRACT || !needsFile(open.call(), input.type()),
                "/file_token",
                "required",
                "This is required.");
        violations.throwIfAny();
        var secret = Ids.secret();
        var paper = new Paper(
                Ids.next(),
                conference.id(),
                windows.takeNumber(conference),
                null,
                input.content(),
                sent.answers(),
                PaperStatus.SUBMITTED,
                null,
                sent.file(),
                Secrets.hash(secret),
                null,
                locale,
                open.now(),
                1);
        papers.insert(List.of(paper));
        coauthors.keep(paper);
        if (open.late()) windows.use(conference, late, paper.number());
        if (paper.file() != null) fileArrived(paper);
        events.publishEvent(new PaperSubmitted(Tenancy.require().id(), paper.id(), secret));
        changed(paper);
        return new Submitted(paper, secret);
    }

    /**
     * Nobody asks the authors of a paper that was imported whether they are some.
     *
     * @param byStaff who may change a paper at any time
     */
    @Transactional
    public Paper change(ConferenceView conference, Paper paper, SubmissionInput change, boolean byStaff) {
        if (!byStaff) {
            windows.forChange(conference, paper.number());
            if (paper.shown() != PaperStatus.SUBMITTED)
                throw new Problem.Conflict(
                        "illegal_status", "A paper that is " + paper.shown().code() + " cannot be changed.");
        }
        var input = change.over(paper.content());
        var violations = new Violations();
        var call = windows.call(conference).orElse(null);
        if (byStaff) ContentRules.checkImported(violations, "", input, call);
        else ContentRules.check(violations, input, call);
        var sent = parts.ofChange(violations, conference, input, paper);
        violations.throwIfAny();
        var changed = keep(paper.change(input.content(), sent.answers(), sent.file()));
        if (paper.secretHash() != null) coauthors.keep(changed);
        if (changed.file() != null && !isInspected(paper, changed)) fileArrived(changed);
        return changed;
    }

    @Transactional
    public Paper withdraw(Paper paper) {
        if (paper.status() == PaperStatus.WITHDRAWN) return paper;
        return keep(paper.become(PaperStatus.WITHDRAWN));
    }

    private static boolean needsFile(Call call, @Nullable String type) {
        return call.type(type)
                .filter(each -> each.file() == SubmissionType.FileNeed.REQUIRED)
                .isPresent();
    }

    private Paper keep(Paper paper) {
        papers.update(List.of(paper));
        changed(paper);
        return paper;
    }

    private static boolean isInspected(Paper before, Paper after) {
        return Objects.equals(before.file(), after.file())
                && before.content().authors().equals(after.content().authors());
    }

    private void fileArrived(Paper paper) {
        events.publishEvent(new PaperFileArrived(Tenancy.require().id(), paper.id()));
    }

    private void changed(Paper paper) {
        events.publishEvent(new DocumentChanged(Tenancy.require().id(), KIND, paper.id()));
    }
}
