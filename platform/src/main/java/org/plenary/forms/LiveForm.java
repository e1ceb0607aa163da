package org.plenary.forms;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition.Field;

/** What the browser needs of a form to show and hide fields as it is filled: no texts, and what is for staff only for them alone. */
public record LiveForm(List<LiveSection> sections) {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record LiveSection(
            String key, List<String> categories, @Nullable Condition visibleIf, List<LiveField> fields) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record LiveField(String key, FieldType type, @Nullable Condition visibleIf, List<LiveField> parts) {}

    /** @param groups per fee its key and category names */
    public record Page(LiveForm form, Map<String, Set<String>> groups) {}

    public static LiveForm of(FormDefinition form) {
        return of(form, false);
    }

    public static LiveForm of(FormDefinition form, boolean isStaff) {
        return new LiveForm((isStaff ? form : form.withoutStaffOnly())
                .sections().stream()
                        .map(section -> new LiveSection(
                                section.key(),
                                section.categories(),
                                section.visibleIf(),
                                section.fields().stream().map(LiveForm::field).toList()))
                        .toList());
    }

    private static LiveField field(Field field) {
        var accompanying = field.accompanying();
        var parts = accompanying == null ? Parts.of(field) : accompanying.fields();
        return new LiveField(
                field.key(),
                field.type(),
                field.visibleIf(),
                parts.stream().map(LiveForm::field).toList());
    }
}
