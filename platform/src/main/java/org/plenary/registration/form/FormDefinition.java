package org.plenary.registration.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/** A registration form as the organizer writes it and as it is kept: sections of fields. {@link FormRules} checks it. */
public record FormDefinition(List<Section> sections) {
    public static final FormDefinition EMPTY = new FormDefinition(List.of());

    public FormDefinition {
        sections = copy(sections);
    }

    /** All fields in the order in which they are asked. */
    public Stream<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream());
    }

    public Optional<Field> field(String key) {
        return fields().filter(field -> field.key().equals(key)).findFirst();
    }

    public record Section(String key, LocalizedText title, List<Field> fields) {
        public Section {
            fields = copy(fields);
        }
    }

    /** @param maximum of characters for texts; null for the type's own limit */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Field(
            String key,
            FieldType type,
            LocalizedText label,
            @Nullable LocalizedText help,
            @Nullable Boolean required,
            @Nullable Integer maximum,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Option> options,
            @Nullable VisibleIf visibleIf) {
        public Field {
            options = copy(options);
        }

        public boolean mandatory() {
            return Boolean.TRUE.equals(required);
        }

        public Optional<Option> option(String key) {
            return options.stream().filter(option -> option.key().equals(key)).findFirst();
        }
    }

    /** @param price added to the order for each delegate who picks it; @param capacity of picks; null for none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Option(
            String key,
            LocalizedText label,
            @Nullable Money price,
            @Nullable Integer capacity) {
        public Option(String key, LocalizedText label) {
            this(key, label, null, null);
        }
    }

    /** Shows a field only when an earlier one has one of these answers. */
    public record VisibleIf(String field, List<String> in) {
        public VisibleIf {
            in = copy(in);
        }
    }

    /** A list that was left out on the wire is empty. */
    private static <T> List<T> copy(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
