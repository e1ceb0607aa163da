package org.plenary.papers.submission;

import java.util.List;
import org.plenary.conference.ConferenceView;
import org.plenary.fulltext.DocumentChanged;
import org.plenary.kernel.Violations;
import org.plenary.papers.call.Windows;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Corrects what a decided paper says about itself. Whether somebody may do so now is asked before. */
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
        var input = change.over(paper.content());
        var violations = new Violations();
        var call = windows.call(conference).orElse(null);
        if (paper.secretHash() == null) ContentRules.checkImported(violations, "", input, call);
        else ContentRules.check(violations, input, call);
        violations.throwIfAny();
        var content = input.content();
        if (content.equals(paper.content())) return paper;
        var corrected = paper.change(content, paper.answers(), paper.file());
        papers.update(List.of(corrected));
        if (paper.secretHash() != null) coauthors.keep(corrected);
        events.publishEvent(new DocumentChanged(Tenancy.require().id(), Submitting.KIND, paper.id()));
        return corrected;
    }
}
