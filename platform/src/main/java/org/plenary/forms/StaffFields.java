package org.plenary.forms;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Posted;
import tools.jackson.databind.JsonNode;

/** What staff note of a delegate: the fields for staff only, as far as the delegate's answers have them asked. */
public final class StaffFields {
    private StaffFields() {}

    /** A form of these fields alone; whether each is asked is decided already. */
    public static FormDefinition of(FormDefinition form, Map<String, JsonNode> answers, @Nullable Set<String> groups) {
        var visibility = Visibility.of(form, answers, groups, true);
        return new FormDefinition(form.sections().stream()
                .map(section -> new FormDefinition.Section(
                        section.key(),
                        section.title(),
                        section.fields().stream()
                                .filter(field -> field.hiddenFromDelegates() && visibility.shows(field))
                                .map(field ->
                                        FieldChange.of(field).visibleIf(null).field())
                                .toList()))
                .filter(section -> !section.fields().isEmpty())
                .toList());
    }

    /** The answers as inputs of a page, to be filled. @param prefix of the inputs' names, with the dot */
    public static Posted filled(FormDefinition staffFields, Map<String, JsonNode> answers, String prefix) {
        var posted = Posted.empty();
        staffFields.fields().forEach(field -> {
            var answer = answers.get(field.key());
            if (answer == null) return;
            var name = prefix + field.key();
            if (answer.isArray())
                posted.set(name, answer.valueStream().map(JsonNode::asString).toList());
            else if (answer.isObject())
                answer.properties()
                        .forEach(part -> posted.set(
                                name + "." + part.getKey(), part.getValue().asString()));
            else posted.set(name, answer.asString());
        });
        return posted;
    }
}
