package org.plenary.papers.cameraready;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Phrases;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.call.Calls;
import org.plenary.papers.call.SubmissionType;
import org.plenary.papers.call.Windows;
import org.plenary.papers.submission.Paper;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of a final version as its authors see it. */
@Component
class AuthorView {
    private final FinalSteps steps;
    private final FinalVersions versions;
    private final Asked asked;
    private final CopyrightPaper copyrights;
    private final Phrases words;

    AuthorView(FinalSteps steps, FinalVersions versions, Asked asked, CopyrightPaper copyrights, Phrases words) {
        this.steps = steps;
        this.versions = versions;
        this.asked = asked;
        this.copyrights = copyrights;
        this.words = words;
    }

    @Component
    record Asked(Calls calls, Windows windows) {}

    /** @throws Problem.NotFound while the authors do not know that it is accepted */
    Paper accepted(Paper paper) {
        if (!steps.isKnown(paper)) throw new Problem.NotFound("The final version");
        return paper;
    }

    ModelAndView page(ConferenceView conference, Paper paper, @Nullable String secret, Posted posted, Locale locale) {
        var state = steps.of(paper);
        return new ModelAndView("papers/camera-author")
                .addObject("slug", conference.slug())
                .addObject("zone", conference.timeZone())
                .addObject("number", paper.number())
                .addObject("paperTitle", paper.content().title())
                .addObject("secret", secret)
                .addObject("open", steps.isOpen(conference, paper))
                .addObject("until", asked.windows().cameraReady(conference).orElse(null))
                .addObject("steps", state)
                .addObject("ticked", state.version().ticked())
                .addObject("files", versions.files(paper.id()))
                .addObject("mostPages", mostPages(paper))
                .addObject("capacities", capacities(locale))
                .addObject("locale", locale)
                .addObject("form", posted);
    }

    /** Of its type; null for no limit. */
    @Nullable
    Integer mostPages(Paper paper) {
        return asked.calls()
                .find(paper.conference())
                .flatMap(call -> call.type(paper.content().type()))
                .map(SubmissionType::maximumPages)
                .orElse(null);
    }

    ResponseEntity<byte[]> copyright(ConferenceView conference, Paper paper) {
        return copyrights.pdf(conference, paper);
    }

    private List<Choice> capacities(Locale locale) {
        return HandingIn.CAPACITIES.stream()
                .map(each -> new Choice(each, words.text("papers.camera.capacity-" + each, locale)))
                .toList();
    }
}
