package org.plenary.papers.submission;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.fulltext.DocumentChanged;
import org.plenary.kernel.Violations;
import org.plenary.papers.call.Windows;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Corrects what a paper says about itself once the call is over, or puts a revised one in its place. Whether somebody may do so now is asked before. */
@Component
public class Correcting {
    private final Papers papers;
    private final Windows windows;
    private final Coauthors coauthors;
    private final ApplicationEventPublisher events;

    Correcting(Papers papers, Windows windows, Coauthors coauthors, ApplicationEventPublisher events) {
        this.papers = papers;
        this.windows = windows;
        this.coauthors = coauthors;
        this.events = events;
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput as for a new paper; of an imported one less is asked */
    @Transactional
    public Paper correct(ConferenceView conference, Paper paper, SubmissionInput change) {
        return revise(conference, paper, change, paper.file());
    }

    /**
     * As {@link #correct}, and the file is another one.
     *
     * @param file as the paper's; null for none
     */
    @Transactional
    public Paper revise(ConferenceView conference, Paper paper, SubmissionInput change, @Nullable UUID file) {
        var input = change.over(paper.content());
        var violations = new Violations();
        var call = windows.call(conference).orElse(null);
        if (paper.secretHash() == null) ContentRules.checkImported(violations, "", input, call);
        else ContentRules.check(violations, input, call);
        violations.throwIfAny();
        var content = input.content();
        var hasOtherFile = !Objects.equals(file, paper.file());
        if (content.equals(paper.content()) && !hasOtherFile) return paper;
        var corrected = paper.change(content, paper.answers(), file);
        papers.update(List.of(corrected));
        if (paper.secretHash() != null) coauthors.keep(corrected);
        if (hasOtherFile)
            events.publishEvent(new PaperFileArrived(Tenancy.require().id(), paper.id()));
        events.publishEvent(new DocumentChanged(Tenancy.require().id(), Submitting.KIND, paper.id()));
        return corrected;
    }
}
