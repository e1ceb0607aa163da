package org.plenary.papers.submission;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.files.FileRule;
import org.plenary.files.FileStore;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.PageErrors;
import org.plenary.papers.call.Call;
import org.plenary.papers.call.Windows;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Draws the form of a paper, new or there already, and takes its upload. */
@Component
class SubmissionFormPage {
    private final Questions questions;
    private final FileStore files;
    private final PageErrors errors;
    private final Windows windows;
    private final AuthorTexts texts;

    SubmissionFormPage(Questions questions, FileStore files, PageErrors errors, Windows windows, AuthorTexts texts) {
        this.questions = questions;
        this.files = files;
        this.errors = errors;
        this.windows = windows;
        this.texts = texts;
    }

    AuthorTexts texts() {
        return texts;
    }

    boolean takesNew(ConferenceView conference, @Nullable String late) {
        return windows.takesNew(conference, late);
    }

    /** Whether its author can change it now. */
    boolean takesChanges(ConferenceView conference, Paper paper) {
        return paper.shown() == PaperStatus.SUBMITTED && windows.takesChanges(conference, paper.number());
    }

    SubmissionForm blank(ConferenceView conference) {
        return SubmissionForm.empty(questions.blank(conference));
    }

    SubmissionForm filled(ConferenceView conference, Paper paper) {
        return SubmissionForm.of(paper.content(), questions.filled(conference, paper.answers()));
    }

    SubmissionInput input(ConferenceView conference, SubmissionForm form) {
        return form.input(questions.read(conference, form.answers()));
    }

    ModelAndView draw(String template, ConferenceView conference, SubmissionForm form, Locale locale) {
        var page = new ModelAndView(template);
        var call = windows.call(conference).orElse(null);
        page.addObject("form", form);
        page.addObject("call", call);
        page.addObject("slug", conference.slug());
        page.addObject(
                "tracks",
                call == null
                        ? List.of()
                        : call.tracks().stream()
                                .map(t -> new Choice(t.key(), t.name().in(locale)))
                                .toList());
        page.addObject(
                "types",
                call == null
                        ? List.of()
                        : call.types().stream()
                                .map(t -> new Choice(t.key(), t.name().in(locale)))
                                .toList());
        page.addObject("topics", call == null ? List.of() : topics(call, locale));
        page.addObject("countries", Choice.countries(locale));
        page.addObject("authorOptions", numbered(form));
        questions.draw(page, conference, form.answers(), form.track(), form.type(), locale);
        page.addObject("active", "submit");
        return page;
    }

    ModelAndView draw(String template, ConferenceView conference, SubmissionForm form, Problem problem, Locale locale) {
        var page = draw(template, conference, form, locale);
        page.addObject("fieldErrors", SubmissionForm.onFields(errors.of(problem, locale)));
        page.setStatus(problem instanceof Problem.Conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** Keeps an uploaded PDF, so that it survives the form being drawn again. */
    SubmissionForm withUpload(SubmissionForm form, @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) return form;
        var kept = files.keep(FileRule.PAPER, "/file", file);
        return form.withFile(files.token(kept.id()), kept.name());
    }

    /** Each under its track, and a finer one behind the one it belongs to. */
    private static List<Choice> topics(Call call, Locale locale) {
        var choices = new ArrayList<Choice>();
        for (var track : call.tracks()) {
            var name = track.name().in(locale);
            for (var topic : track.topics()) {
                choices.add(new Choice(topic.key(), name + " › " + topic.name().in(locale)));
                for (var finer : topic.topics())
                    choices.add(new Choice(
                            finer.key(),
                            name + " › " + topic.name().in(locale) + " › "
                                    + finer.name().in(locale)));
            }
        }
        return choices;
    }

    private static List<Choice> numbered(SubmissionForm form) {
        return java.util.stream.IntStream.range(0, form.authors().size())
                .mapToObj(i -> new Choice(String.valueOf(i), String.valueOf(i + 1)))
                .toList();
    }
}
