package org.plenary.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenary.files.FileStore;
import org.plenary.files.StoredFile;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Option;
import org.plenary.kernel.Violations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Checks a delegate's answers against a version of the form. */
@Component
public class AnswerRules {
    static final String REQUIRED = "This is required.";

    private final Function<String, Optional<StoredFile>> sentFiles;

    @Autowired
    AnswerRules(FileStore files) {
        this(files::byToken);
    }

    /** @param sentFiles the file that a token names, for those that know one */
    AnswerRules(Function<String, Optional<StoredFile>> sentFiles) {
        this.sentFiles = sentFiles;
    }

    /**
     * What is asked of whom.
     *
     * @param given the version that the delegate saw: it says what is asked
     * @param newest what options cost, and which there still are
     * @param groups the key and the category names of the delegate's fee; null when it is not known
     * @param today in the conference's zone
     * @param isStaff whether staff fill the form, who answer what is for them only, too
     */
    public record Asked(
            FormDefinition given,
            FormDefinition newest,
            @Nullable Set<String> groups,
            LocalDate today,
            boolean isStaff) {}

    /** An option that somebody picked; @param pointer of the answer */
    public record Picked(Field field, Option option, String pointer) {}

    /** Persons who come along; @param field as it is sold today; @param pointer of the answer */
    public record Brought(Field field, int persons, String pointer) {}

    /** @param answers as they are kept, in the form's order */
    public record Checked(Map<String, JsonNode> answers, List<Picked> picked, List<Brought> brought) {}

    /** Adds a violation for each wrong answer. */
    public Checked check(Asked asked, Map<String, JsonNode> answers, String pointer, Violations found) {
        var checked = new Checked(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        var form = asked.isStaff() ? asked.given() : asked.given().withoutStaffOnly();
        for (var key : answers.keySet())
            if (form.field(key).isEmpty())
                found.add(pointer + "/" + escape(key), "unknown_field", "The form has no such field.");
        var visibility = Visibility.of(form, answers, asked.groups(), asked.isStaff());
        form.fields().forEach(field -> {
            var at = pointer + "/" + field.key();
            var answer = Visibility.present(answers.get(field.key()));
            if (!visibility.shows(field)) {
                if (answer != null) found.add(at, "not_visible", "This is not asked with these answers.");
            } else if (answer == null) {
                found.check(!field.mandatory(), at, "required", REQUIRED);
            } else {
                var values = new AnswerValues(sentFiles, asked.today(), checked, found);
                var value =
                        values.value(field, asked.newest().field(field.key()).orElse(field), answer, at);
                if (value != null) checked.answers().put(field.key(), value);
            }
        });
        return checked;
    }

    static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
