package org.plenary.papers.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.AnswerRules;
import org.plenary.forms.AnswerWords;
import org.plenary.forms.AnsweredForm;
import org.plenary.forms.AskedFields;
import org.plenary.forms.Form;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.Forms;
import org.plenary.forms.LiveForm;
import org.plenary.forms.PostedAnswers;
import org.plenary.forms.Purpose;
import org.plenary.kernel.Json;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Posted;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;

/** A form about papers on pages: its questions to be answered, what was answered, and whether that is as it was asked. */
public abstract class FormQuestions {
    private static final String PREFIX = "answers.";
    static final String VERSION = "form_version";

    private final Purpose purpose;
    private final Forms forms;
    private final AskedFields asked;
    private final AnswerWords words;
    private final AnswerRules rules;
    private final Json json;
    private final Clock clock;

    protected FormQuestions(Purpose purpose, Parts parts) {
        this.purpose = purpose;
        forms = parts.forms();
        asked = parts.asked();
        words = parts.answers().words();
        rules = parts.answers().rules();
        json = parts.json();
        clock = parts.clock();
    }

    /** What every such form is made of. */
    @Component
    public record Parts(Forms forms, AskedFields asked, AnswersOfForms answers, Json json, Clock clock) {}

    @Component
    record AnswersOfForms(AnswerWords words, AnswerRules rules) {}

    /** Where the form is built, below the address of the conference. */
    String builder() {
        return purpose.path();
    }

    /** The inputs before anything is answered. */
    public Posted blank(ConferenceView conference) {
        var form = forms.newest(purpose, conference.id());
        var posted = Posted.empty().set(VERSION, form.version());
        PostedAnswers.fillDefaults(form.definition(), posted, PREFIX);
        return posted;
    }

    /** The inputs as they were answered: what was asked is asked again. */
    public Posted filled(ConferenceView conference, Answers answers) {
        if (answers.form() == 0) return blank(conference);
        var form = version(conference, answers.form());
        var posted = Posted.empty().set(VERSION, form.version());
        PostedAnswers.fill(form.definition(), posted, PREFIX, answers.values());
        return posted;
    }

    public Answers read(ConferenceView conference, Posted posted) {
        var form = seen(conference, posted);
        return new Answers(form.version(), PostedAnswers.read(form.definition(), posted, PREFIX));
    }

    /** @param track and type of the paper, as far as they are chosen */
    public void draw(
            ModelAndView page, ConferenceView conference, Posted posted, String track, String type, Locale locale) {
        draw(page, conference, seen(conference, posted), posted, track, type, locale);
    }

    private void draw(
            ModelAndView page,
            ConferenceView conference,
            Form form,
            Posted posted,
            String track,
            String type,
            Locale locale) {
        var filling = new AskedFields.Filling(
                posted,
                PREFIX,
                Answers.groups(track, type),
                Map.of(),
                LocalDate.ofInstant(clock.instant(), conference.timeZone()),
                false,
                false,
                locale);
        page.addObject("questions", asked.sections(form.definition(), filling))
                .addObject("formVersion", form.version())
                .addObject("live", json.write(new LiveForm.Page(LiveForm.of(form.definition()), Map.of())));
    }

    /** What was answered, in words. */
    public List<AnswerWords.Row> answered(UUID conference, Answers answers, Locale locale) {
        if (answers.form() == 0) return List.of();
        var form = forms.version(purpose, conference, answers.form()).orElse(new Form(0, FormDefinition.EMPTY));
        return words.rows(form.definition(), answers.values(), true, locale);
    }

    /**
     * @param seen the version that was answered; null for the one that was answered before, or else the newest
     * @param groups of which the paper is, by {@link Answers#groups}
     * @param before what was answered, whose form is the one to answer again; what it chose may stay chosen
     */
    public Answers accepted(
            Violations violations,
            ConferenceView conference,
            @Nullable Integer seen,
            Map<String, JsonNode> given,
            Set<String> groups,
            Answers before) {
        var newest = forms.newest(purpose, conference.id());
        var form = given(violations, conference, seen == null ? before.form() : seen, newest);
        var asked = new AnswerRules.Asked(
                form.definition(),
                AnsweredForm.of(form.definition(), newest.definition(), before.values()),
                groups,
                LocalDate.ofInstant(clock.instant(), conference.timeZone()),
                false);
        return new Answers(
                form.version(),
                rules.check(asked, given, "/answers", violations).answers());
    }

    private Form given(Violations violations, ConferenceView conference, int version, Form newest) {
        if (version == 0 || version == newest.version()) return newest;
        var found = forms.version(purpose, conference.id(), version);
        violations.check(found.isPresent(), "/form_version", "unknown_form_version", "The form has no such version.");
        return found.orElse(newest);
    }

    private Form seen(ConferenceView conference, Posted posted) {
        var version = posted.get(VERSION);
        return version.matches("[1-9]\\d{0,8}")
                ? version(conference, Integer.parseInt(version))
                : forms.newest(purpose, conference.id());
    }

    private Form version(ConferenceView conference, int version) {
        return forms.version(purpose, conference.id(), version).orElseGet(() -> forms.newest(purpose, conference.id()));
    }
}
