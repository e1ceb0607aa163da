package org.plenary.papers.review;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.AnswerWords;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Phrases;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.call.Call;
import org.plenary.papers.call.Calls;
import org.plenary.papers.committee.ReviewPlans;
import org.plenary.papers.committee.ReviewedPaper;
import org.plenary.papers.inspection.BlindCopies;
import org.plenary.papers.submission.Paper;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** A paper as its reviewers see it, and the form in which somebody says what they make of it. */
@Component
public class OpinionForm {
    private final Calls calls;
    private final ReviewPlans plans;
    private final ReviewQuestions questions;
    private final Phrases phrases;
    private final Reading reading;

    OpinionForm(Calls calls, ReviewPlans plans, ReviewQuestions questions, Phrases phrases, Reading reading) {
        this.calls = calls;
        this.plans = plans;
        this.questions = questions;
        this.phrases = phrases;
        this.reading = reading;
    }

    /** What there is to read. */
    @Component("opinionReading")
    record Reading(BlindCopies copies, PaperTalk talk) {}

    /** What reviewers may see of a paper, and nothing else. */
    public ModelAndView paper(ModelAndView page, ConferenceView conference, Paper paper, Locale locale) {
        var call = calls.find(conference.id()).orElse(null);
        var seen = ReviewedPaper.of(paper, call);
        if (call != null) describe(page, seen, call, locale);
        return page.addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("zone", conference.timeZone())
                .addObject("paper", seen)
                .addObject("file", reading.copies().of(paper).code())
                .addObject("responses", reading.talk().responses(paper.id()));
    }

    /** The fields, with what is written in them. */
    public ModelAndView draw(ModelAndView page, ConferenceView conference, Paper paper, Posted form, Locale locale) {
        var plan = plans.of(conference.id());
        var content = paper.content();
        page.addObject("plan", plan)
                .addObject("form", form)
                .addObject("scores", numbers(plan.highest()))
                .addObject("confidences", confidences(locale));
        questions.draw(page, conference, form, text(content.track()), text(content.type()), locale);
        return page;
    }

    public Posted filled(ConferenceView conference, Review.Opinion opinion, long version) {
        return questions
                .filled(conference, opinion.answers())
                .set("score", opinion.score())
                .set("confidence", opinion.confidence())
                .set("for_authors", opinion.forAuthors())
                .set("for_chairs", opinion.forChairs())
                .set("version", version);
    }

    /** What was answered to the review form, in words. */
    public List<AnswerWords.Row> answered(ConferenceView conference, Review.Opinion opinion, Locale locale) {
        return questions.answered(conference.id(), opinion.answers(), locale);
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput at what is no number */
    public Opinions.Input read(ConferenceView conference, Posted posted) {
        var score = posted.integer("score");
        var confidence = posted.integer("confidence");
        var version = posted.integer("version");
        var answers = questions.read(conference, posted);
        posted.throwIfWrong();
        return new Opinions.Input(
                score,
                confidence,
                posted.text("for_authors"),
                posted.text("for_chairs"),
                answers,
                version == null ? 0 : version);
    }

    /** What track, type and topics of a paper are called. */
    private static void describe(ModelAndView page, ReviewedPaper paper, Call call, Locale locale) {
        page.addObject("trackName", paper.track() == null ? "" : call.trackName(paper.track(), locale))
                .addObject("typeName", paper.type() == null ? "" : call.typeName(paper.type(), locale))
                .addObject(
                        "topicNames",
                        paper.topics().stream()
                                .map(topic -> call.topicName(topic, locale))
                                .toList());
    }

    /** How sure reviewers are, the surest last. */
    private List<Choice> confidences(Locale locale) {
        return IntStream.rangeClosed(1, Opinions.SUREST)
                .mapToObj(each ->
                        new Choice(String.valueOf(each), phrases.text("papers.review.confidence-" + each, locale)))
                .toList();
    }

    private static List<Choice> numbers(int highest) {
        return IntStream.rangeClosed(1, highest)
                .mapToObj(String::valueOf)
                .map(number -> new Choice(number, number))
                .toList();
    }

    private static String text(@Nullable String key) {
        return key == null ? "" : key;
    }
}
