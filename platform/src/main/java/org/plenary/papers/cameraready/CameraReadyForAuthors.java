package org.plenary.papers.cameraready;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Phrases;
import org.plenary.papers.call.Windows;
import org.plenary.papers.submission.AuthorPart;
import org.plenary.papers.submission.Paper;
import org.springframework.stereotype.Component;

/** The way to the final version, and what is left to do for it, on the page of an accepted paper. */
@Component
class CameraReadyForAuthors implements AuthorPart {
    private final FinalSteps steps;
    private final Windows windows;
    private final Phrases words;

    CameraReadyForAuthors(FinalSteps steps, Windows windows, Phrases words) {
        this.steps = steps;
        this.windows = windows;
        this.words = words;
    }

    @Override
    public Optional<Line> of(ConferenceView conference, Paper paper, Locale locale) {
        if (!isAsked(conference, paper)) return Optional.empty();
        var until = windows.cameraReady(conference).map(String::valueOf).orElse("");
        var key = steps.isOpen(conference, paper) ? "papers.camera.line-open" : "papers.camera.line-closed";
        return Optional.of(new Line(
                words.text(key, locale, until), words.text("papers.camera.open-page", locale), "/camera-ready"));
    }

    @Override
    public List<Step> steps(ConferenceView conference, Paper paper, Locale locale) {
        if (!isAsked(conference, paper)) return List.of();
        var state = steps.of(paper);
        var list = new ArrayList<Step>();
        list.add(new Step(
                words.text("papers.camera.step-file", locale),
                state.hasFile() && !state.version().isReturned()));
        if (!state.checklist().isEmpty())
            list.add(new Step(words.text("papers.camera.step-checklist", locale), state.isTicked()));
        if (state.form() != null)
            list.add(new Step(words.text("papers.camera.step-copyright", locale), state.isSigned()));
        list.add(new Step(words.text("papers.camera.step-check", locale), state.isReady()));
        return list;
    }

    private boolean isAsked(ConferenceView conference, Paper paper) {
        return steps.isKnown(paper) && windows.cameraReady(conference).isPresent();
    }
}
