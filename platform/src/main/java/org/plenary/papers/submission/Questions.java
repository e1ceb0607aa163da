package org.plenary.papers.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.AnswerWords;
import org.plenary.forms.AskedFields;
import org.plenary.forms.Form;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.Forms;
import org.plenary.forms.LiveForm;
import org.plenary.forms.PostedAnswers;
import org.plenary.forms.Purpose;
import org.plenary.kernel.Json;
import org.plenary.kernel.web.Posted;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The form of the call on pages: its questions to be answered, and what was answered. */
@Component
class Questions {
    static final String PREFIX = "answers.";
    static final String VERSION = "form_version";

    private final Forms forms;
    private final AskedFields asked;
    private final AnswerWords words;
    private final Json json;
    private final Clock clock;

    Questions(Forms forms, AskedFields asked, AnswerWords words, Json json, Clock clock) {
        this.forms = forms;
        this.asked = asked;
        this.words = words;
        this.json = json;
        this.clock = clock;
    }

    /** The inputs of a paper that is begun. */
    Posted blank(ConferenceView conference) {
        var form = forms.newest(Purpose.SUBMISSION, conference.id());
        var posted = Posted.empty().set(VERSION, form.version());
        PostedAnswers.fillDefaults(form.definition(), posted, PREFIX);
        return posted;
    }

    /** The inputs of a paper that is there: what was asked of it is asked again. */
    Posted filled(ConferenceView conference, Answers answers) {
        if (answers.form() == 0) return blank(conference);
        var form = version(conference, answers.form());
        var posted = Posted.empty().set(VERSION, form.version());
        PostedAnswers.fill(form.definition(), posted, PREFIX, answers.values());
        return posted;
    }

    Answers read(ConferenceView conference, Posted posted) {
        var form = seen(conference, posted);
        return new Answers(form.version(), PostedAnswers.read(form.definition(), posted, PREFIX));
    }

    /** @param track and type of the paper, as far as they are chosen */
    void draw(ModelAndView page, ConferenceView conference, Posted posted, String track, String type, Locale locale) {
        draw(page, conference, seen(conference, posted), posted, track, type, locale);
    }

    void draw(
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

    /** What the author answered, in words. */
    List<AnswerWords.Row> answered(Paper paper, Locale locale) {
        var answers = paper.answers();
        if (answers.form() == 0) return List.of();
        var form = forms.version(Purpose.SUBMISSION, paper.conference(), answers.form())
                .orElse(new Form(0, FormDefinition.EMPTY));
        return words.rows(form.definition(), answers.values(), true, locale);
    }

    private Form seen(ConferenceView conference, Posted posted) {
        var version = posted.get(VERSION);
        return version.matches("[1-9]\\d{0,8}")
                ? version(conference, Integer.parseInt(version))
                : forms.newest(Purpose.SUBMISSION, conference.id());
    }

    private Form version(ConferenceView conference, int version) {
        return forms.version(Purpose.SUBMISSION, conference.id(), version)
                .orElseGet(() -> forms.newest(Purpose.SUBMISSION, conference.id()));
    }
}
