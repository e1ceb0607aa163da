package org.plenary.registration.letter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.plenary.forms.FieldType;
import org.plenary.forms.FormDefinition;
import org.plenary.kernel.TypedTime;
import tools.jackson.databind.JsonNode;

/** What a delegate answered to the form's passport block, as an embassy wants to read it. */
record Passport(
        String surname,
        String givenNames,
        LocalDate birthDate,
        String nationality,
        String number,
        LocalDate issuedOn,
        LocalDate expiresOn) {

    /** Empty when the form does not ask for it, or it was not answered, or its answer was erased. */
    static Optional<Passport> of(FormDefinition form, java.util.Map<String, JsonNode> answers) {
        return form.fields()
                .filter(field -> field.type() == FieldType.PASSPORT && answers.containsKey(field.key()))
                .findFirst()
                .map(field -> answers.get(field.key()))
                .flatMap(Passport::of);
    }

    private static Optional<Passport> of(JsonNode answer) {
        try {
            return Optional.of(new Passport(
                    answer.path("surname").asString(""),
                    answer.path("given_names").asString(""),
                    day(answer, "birth_date"),
                    answer.path("nationality").asString(""),
                    answer.path("number").asString(""),
                    day(answer, "issued_on"),
                    day(answer, "expires_on")));
        } catch (DateTimeException e) {
            // an earlier form may have asked for less
            return Optional.empty();
        }
    }

    private static LocalDate day(JsonNode answer, String part) {
        return TypedTime.day(answer.path(part).asString(""));
    }

    String name() {
        return givenNames + " " + surname;
    }
}
