package org.plenary.registration.delegate;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Posted;

/** Something that staff do to many delegates at once: shown before, done by a job. */
interface BulkAction extends JobWork {
    /**
     * What would happen, without doing it.
     *
     * @throws org.plenary.kernel.Problem.InvalidInput when the form says nothing that can be done
     */
    Plan plan(ConferenceView conference, List<Person> people, Posted form, Locale locale);

    /** Whether the form has anything to fill in before it can be shown. */
    boolean asksSomething();

    /**
     * @param concerned whom it is done to
     * @param left who was chosen and is left out
     * @param facts what will happen, each a sentence in the reader's language
     * @param samples what it looks like for one of them
     * @param request what the job needs; it is kept as JSON
     */
    record Plan(List<Person> concerned, List<Left> left, List<String> facts, List<Sample> samples, Object request) {
        public Plan {
            concerned = List.copyOf(concerned);
            left = List.copyOf(left);
            facts = List.copyOf(facts);
            samples = List.copyOf(samples);
        }
    }

    /** @param reason key of the text, under {@code registration.bulk.left.} */
    record Left(Person person, String reason) {}

    record Sample(String to, String subject, String text) {}

    static List<UUID> ids(List<Person> people) {
        return people.stream().map(Person::id).toList();
    }
}
