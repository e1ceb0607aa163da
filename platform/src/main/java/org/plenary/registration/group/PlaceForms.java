package org.plenary.registration.group;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.AnswerRules;
import org.plenary.forms.AskedFields;
import org.plenary.forms.AskedView;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.Forms;
import org.plenary.forms.PostedAnswers;
import org.plenary.forms.Purpose;
import org.plenary.forms.Visibility;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.form.PaidForm;
import org.plenary.registration.form.PaidForm.Filler;
import org.plenary.registration.order.Availability;
import org.plenary.registration.order.Contact;
import org.plenary.registration.order.PersonOfAnswers;
import org.plenary.registration.order.Seat;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What people of groups are asked, and what they answer. The form is the newest; what costs something is not in it. */
@Component
class PlaceForms {
    /** As the registration page names its inputs, so that its parts and scripts work here too. */
    static final String PREFIX = "delegates.0.answers.";

    private static final String POINTER = "/delegates/0/answers";
    private static final int MAXIMUM_NAME = 200;

    private final Forms forms;
    private final AnswerRules rules;
    private final AskedFields fields;
    private final Availability availability;
    private final Clock clock;

    PlaceForms(Forms forms, AnswerRules rules, AskedFields fields, Availability availability, Clock clock) {
        this.forms = forms;
        this.rules = rules;
        this.fields = fields;
        this.availability = availability;
        this.clock = clock;
    }

    /**
     * The form as one place's person is asked it.
     *
     * @param groups the key and the category names of the place's fee
     * @param asksName whether the form itself does not ask it
     */
    record Asked(
            FormDefinition form,
            int version,
            Set<String> groups,
            LocalDate today,
            boolean asksName,
            boolean asksEmail,
            boolean leavesOut) {}

    /** @param name and email count where the form does not ask them */
    record Given(String name, String email, Map<String, JsonNode> answers) {}

    /** @param isComplete whether the person has nothing left to say */
    record Checked(Seat seat, boolean isComplete) {}

    Asked asked(ConferenceView conference, String fee, Filler filler) {
        var newest = forms.newest(Purpose.REGISTRATION, conference.id());
        var form = PaidForm.of(newest.definition(), filler);
        return new Asked(
                form,
                newest.version(),
                availability.groups(conference).getOrDefault(fee, Set.of()),
                LocalDate.ofInstant(clock.instant(), conference.timeZone()),
                PersonOfAnswers.nameField(form).isEmpty(),
                PersonOfAnswers.emailField(form).isEmpty(),
                PaidForm.leavesOut(newest.definition()));
    }

    /** What whoever fills the form is asked, and what the person would be. */
    record Askings(Asked filler, Asked person) {}

    Askings askings(ConferenceView conference, String fee, Filler filler) {
        return new Askings(asked(conference, fee, filler), asked(conference, fee, Filler.PERSON));
    }

    Given given(Asked asked, Posted posted) {
        var answers = PostedAnswers.read(asked.form(), posted, PREFIX);
        return new Given(
                posted.get("name").strip(),
                posted.get("email").strip(),
                Visibility.of(asked.form(), answers, asked.groups(), false).kept());
    }

    List<AskedView.Section> sections(ConferenceView conference, Asked asked, Posted posted, Locale locale) {
        return fields.sections(
                asked.form(),
                new AskedFields.Filling(
                        posted,
                        PREFIX,
                        asked.groups(),
                        availability.options(conference),
                        asked.today(),
                        false,
                        false,
                        locale));
    }

    /**
     * Checks all that was given.
     *
     * @param country of whoever does not say theirs
     * @throws org.plenary.kernel.Problem.InvalidInput naming everything that is wrong
     */
    Checked check(Askings askings, Given given, String country) {
        var found = new Violations();
        var asked = askings.filler();
        var checked = check(asked, given.answers(), found);
        var known = new Contact(asked.asksName() ? given.name() : "", asked.asksEmail() ? given.email() : "", country);
        var person = PersonOfAnswers.of(asked.form(), checked.answers(), known);
        var own = new Violations();
        own.text(pointer(PersonOfAnswers.nameField(asked.form()), "/name"), person.name(), MAXIMUM_NAME);
        own.email(pointer(PersonOfAnswers.emailField(asked.form()), "/email"), person.email());
        // What the form found wrong itself is told once.
        own.list().stream()
                .filter(violation ->
                        found.list().stream().noneMatch(v -> v.pointer().equals(violation.pointer())))
                .forEach(v -> found.add(v.pointer(), v.code(), v.detail(), v.details()));
        found.throwIfAny();
        var seat = new Seat(
                person.name().strip(),
                person.email().strip(),
                person.country(),
                asked.version(),
                checked.answers(),
                checked.picked());
        var left = new Violations();
        check(askings.person(), checked.answers(), left);
        return new Checked(seat, left.isEmpty());
    }

    private AnswerRules.Checked check(Asked asked, Map<String, JsonNode> answers, Violations found) {
        return rules.check(
                new AnswerRules.Asked(asked.form(), asked.form(), asked.groups(), asked.today(), false),
                answers,
                POINTER,
                found);
    }

    /** The answer that a violation points at, {@code address/city}; empty for anything else. */
    static String answer(String pointer) {
        return pointer.startsWith(POINTER + "/") ? pointer.substring(POINTER.length() + 1) : "";
    }

    private static String pointer(Optional<String> field, String otherwise) {
        return field.map(key -> POINTER + "/" + key).orElse(otherwise);
    }
}
