package org.plenary.registration.delegate;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Posted;

/** Something that staff do to many delegates at once: shown before, done by a job. */
interface BulkAction extends JobWork {
    /**
     * What would happen, without doing it.
     *
     * @throws Problem.InvalidInput when the form says nothing that can be done
     */
    Plan plan(ConferenceView conference, List<Person> people, Posted form, Locale locale);

    /** Whether the form has anything to fill in before it can be shown. */
    boolean asksSomething();

    /**
     * @param concerned whom it is done to
     * @param left who was chosen and is left out
     * @param facts what will happen, each a sentence in the reader's language
     * @param samples what it looks like for one of them
     * @param question to be answered before it is done; null for none
     * @param request what the job needs; it is kept as JSON
     */
    record Plan(
            List<Person> concerned,
            List<Left> left,
            List<String> facts,
            List<Sample> samples,
            @Nullable Question question,
            Object request) {
        Plan(List<Person> concerned, List<Left> left, List<String> facts, List<Sample> samples, Object request) {
            this(concerned, left, facts, samples, null, request);
        }

        public Plan {
            concerned = List.copyOf(concerned);
            left = List.copyOf(left);
            facts = List.copyOf(facts);
            samples = List.copyOf(samples);
        }

        /** What was shown, in short: who says do it has seen this. */
        String shown() {
            return question == null ? String.valueOf(concerned.size()) : concerned.size() + ": " + question.label();
        }

        /** @throws Problem.InvalidInput when the form does not answer the question */
        void requireAnswer(Posted form) {
            if (question == null || question.isAnswered(form)) return;
            throw new Problem.InvalidInput("/" + question.name(), "required", "This is required.");
        }
    }

    /** @param name of the field; @param label names all that it is about */
    record Question(String name, String label, List<Choice> choices) {
        public Question {
            choices = List.copyOf(choices);
        }

        boolean isAnswered(Posted form) {
            return choices.stream().anyMatch(choice -> choice.value().equals(form.get(name)));
        }
    }

    /** @param reason key of the text, under {@code registration.bulk.left.} */
    record Left(Person person, String reason) {}

    record Sample(String to, String subject, String text) {}

    static List<UUID> ids(List<Person> people) {
        return people.stream().map(Person::id).toList();
    }
}
