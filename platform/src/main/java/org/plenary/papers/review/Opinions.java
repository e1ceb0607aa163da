package org.plenary.papers.review;

import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Violations;
import org.plenary.papers.committee.ReviewPlans;
import org.plenary.papers.submission.Answers;
import org.plenary.papers.submission.Paper;
import org.springframework.stereotype.Component;

/** Checks what is said of a paper, by whomever it is written. */
@Component
public class Opinions {
    private static final int TEXT = 50_000;
    static final int SUREST = 5;

    private final ReviewPlans plans;
    private final ReviewQuestions questions;

    Opinions(ReviewPlans plans, ReviewQuestions questions) {
        this.plans = plans;
        this.questions = questions;
    }

    /** What somebody sends as a review. @param answers to the review form, not checked yet, @param version that it was written over */
    public record Input(
            @Nullable Integer score,
            @Nullable Integer confidence,
            @Nullable String forAuthors,
            @Nullable String forChairs,
            Answers answers,
            long version) {}

    /**
     * @param before what was answered so far
     * @param isWhole whether nothing may be missing; a draft may be unfinished, and what stands in it must be right
     * @throws org.plenary.kernel.Problem.InvalidInput at {@code /score}, {@code /confidence}, {@code /for_authors}, {@code
     *     /for_chairs} or {@code /answers}
     */
    public Review.Opinion checked(
            ConferenceView conference, Paper paper, Answers before, Input input, boolean isWhole) {
        var wrong = new Violations();
        number(wrong, "/score", input.score(), plans.of(conference.id()).highest(), isWhole);
        number(wrong, "/confidence", input.confidence(), SUREST, isWhole);
        if (isWhole) wrong.text("/for_authors", input.forAuthors(), TEXT);
        else wrong.optionalText("/for_authors", input.forAuthors(), TEXT);
        wrong.optionalText("/for_chairs", input.forChairs(), TEXT);
        var answers = answers(wrong, conference, paper, before, input.answers(), isWhole);
        wrong.throwIfAny();
        return new Review.Opinion(
                input.score(), input.confidence(), given(input.forAuthors()), given(input.forChairs()), answers);
    }

    private Answers answers(
            Violations wrong, ConferenceView conference, Paper paper, Answers before, Answers given, boolean isWhole) {
        var content = paper.content();
        var found = new Violations();
        var accepted = questions.accepted(
                found,
                conference,
                given.form(),
                given.values(),
                Answers.groups(content.track(), content.type()),
                before);
        for (var each : found.list())
            if (isWhole || !each.code().equals("required"))
                wrong.add(each.pointer(), each.code(), each.detail(), each.details());
        return accepted;
    }

    private static void number(
            Violations wrong, String pointer, @Nullable Integer number, int highest, boolean isNeeded) {
        if (number == null) wrong.check(!isNeeded, pointer, "required", "This is required.");
        else wrong.check(number >= 1 && number <= highest, pointer, "range", "From 1 to " + highest + ".");
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
