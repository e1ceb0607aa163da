package org.plenary.registration.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FieldType;
import org.plenary.forms.FormDefinition;
import tools.jackson.databind.JsonNode;

/**
 * Who a delegate is, told by the answers: a form may ask for the name under one of some usual keys, and the first e-mail
 * and country fields count. What the form does not ask is the contact's.
 */
public record PersonOfAnswers(String name, String email, String country) {
    private static final List<String> WHOLE = List.of("name", "full_name", "fullname", "full-name");
    private static final List<String> GIVEN =
            List.of("first_name", "given_name", "first-name", "given-name", "firstname");
    private static final List<String> FAMILY =
            List.of("last_name", "family_name", "last-name", "family-name", "lastname", "surname");

    private static final List<String> AFFILIATION = List.of("affiliation", "organization", "institution", "company");

    /** Whether a field of this key asks for the whole name. */
    public static boolean isName(String key) {
        return WHOLE.contains(key);
    }

    public static PersonOfAnswers of(FormDefinition form, Map<String, JsonNode> answers, @Nullable Contact contact) {
        var parts = Stream.of(first(answers, GIVEN), first(answers, FAMILY))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        var name = first(answers, WHOLE)
                .or(() -> Optional.of(parts).filter(p -> !p.isEmpty()))
                .orElse(contact == null ? "" : contact.name());
        return new PersonOfAnswers(
                name,
                ofType(form, answers, FieldType.EMAIL).orElse(contact == null ? "" : contact.email()),
                ofType(form, answers, FieldType.COUNTRY).orElse(contact == null ? "" : contact.country()));
    }

    /** The key of the field in which a form asks for the name; empty when it does not. */
    public static Optional<String> nameField(FormDefinition form) {
        return Stream.of(WHOLE, GIVEN, FAMILY)
                .flatMap(List::stream)
                .filter(key -> form.field(key).isPresent())
                .findFirst();
    }

    /** As {@link #nameField}, for the address. */
    public static Optional<String> emailField(FormDefinition form) {
        return form.fields()
                .filter(field -> field.type() == FieldType.EMAIL)
                .map(FormDefinition.Field::key)
                .findFirst();
    }

    /** As {@link #nameField}, for where somebody works or studies. */
    static Optional<String> affiliationField(FormDefinition form) {
        return AFFILIATION.stream()
                .filter(key -> form.field(key)
                        .filter(field -> field.type() == FieldType.TEXT)
                        .isPresent())
                .findFirst();
    }

    /** As {@link #nameField}, for the country. */
    static Optional<String> countryField(FormDefinition form) {
        return form.fields()
                .filter(field -> field.type() == FieldType.COUNTRY)
                .map(FormDefinition.Field::key)
                .findFirst();
    }

    static boolean asksName(FormDefinition form) {
        return nameField(form).isPresent();
    }

    static boolean asksEmail(FormDefinition form) {
        return emailField(form).isPresent();
    }

    private static Optional<String> first(Map<String, JsonNode> answers, List<String> keys) {
        return keys.stream()
                .map(answers::get)
                .filter(PersonOfAnswers::isText)
                .map(JsonNode::asString)
                .findFirst();
    }

    private static boolean isText(@Nullable JsonNode answer) {
        return answer != null && answer.isString();
    }

    private static Optional<String> ofType(FormDefinition form, Map<String, JsonNode> answers, FieldType type) {
        return form.fields()
                .filter(field -> field.type() == type)
                .map(field -> answers.get(field.key()))
                .filter(PersonOfAnswers::isText)
                .map(JsonNode::asString)
                .findFirst();
    }
}
