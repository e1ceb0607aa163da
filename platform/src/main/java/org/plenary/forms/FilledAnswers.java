package org.plenary.forms;

import java.util.Map;
import java.util.UUID;
import org.plenary.files.FileStore;
import org.plenary.kernel.web.Posted;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Answers that are there as the inputs of a page, to be corrected. */
@Component
public class FilledAnswers {
    private final FileStore files;

    FilledAnswers(FileStore files) {
        this.files = files;
    }

    /** @param prefix of the inputs' names, with the dot */
    public Posted of(FormDefinition form, Map<String, JsonNode> answers, String prefix) {
        var posted = Posted.empty();
        form.fields().forEach(field -> {
            var answer = answers.get(field.key());
            if (answer != null) fill(posted, field.type(), prefix + field.key(), answer);
        });
        return posted;
    }

    private void fill(Posted posted, FieldType type, String name, JsonNode answer) {
        if (type.isFile()) {
            posted.set(name, files.token(UUID.fromString(answer.path("file").asString(""))));
        } else if (type == FieldType.ACCOMPANYING_PERSONS) {
            for (var i = 0; i < answer.size(); i++) {
                posted.set(name + "." + i + ".at", i);
                fillParts(posted, name + "." + i, answer.get(i));
            }
        } else if (answer.isObject()) {
            fillParts(posted, name, answer);
        } else if (answer.isArray()) {
            posted.set(name, answer.valueStream().map(JsonNode::asString).toList());
        } else {
            posted.set(name, answer.asString());
        }
    }

    private static void fillParts(Posted posted, String name, JsonNode parts) {
        parts.properties().forEach(part -> {
            var value = part.getValue();
            posted.set(
                    name + "." + part.getKey(),
                    value.isArray()
                            ? value.valueStream().map(JsonNode::asString).toList()
                            : value.asString());
        });
    }
}
