package org.plenary.forms;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import tools.jackson.databind.JsonNode;

/** A form as the organizer writes it and as it is kept: sections of fields. {@link FormRules} checks it. */
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

    /** The section that a field stands in. */
    public Optional<Section> sectionOf(String field) {
        return sections.stream()
                .filter(section ->
                        section.fields().stream().anyMatch(f -> f.key().equals(field)))
                .findFirst();
    }

    /** The form as delegates may see it. */
    public FormDefinition withoutStaffOnly() {
        return new FormDefinition(sections.stream()
                .map(section -> section.with(section.fields().stream()
                        .filter(field -> !field.hiddenFromDelegates())
                        .toList()))
                .toList());
    }

    /** @param categories the groups of those who are asked this, by the values of {@link FormOwner.Group}; empty for all */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Section(
            String key,
            LocalizedText title,
            List<Field> fields,
            @Nullable LocalizedText help,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> categories,
            @Nullable Condition visibleIf) {
        public Section {
            fields = copy(fields);
            categories = copy(categories);
        }

        public Section(String key, LocalizedText title, List<Field> fields) {
            this(key, title, fields, null, List.of(), null);
        }

        public Section with(List<Field> fields) {
            return new Section(key, title, fields, help, categories, visibleIf);
        }
    }

    /**
     * @param maximum of characters for texts; null for the type's own limit
     * @param display how a choice is drawn; null for the usual way
     * @param defaultValue what the page is filled with at first
     * @param pattern in the syntax of RE2, which whole texts must match
     * @param staffOnly never shown to delegates, and never accepted from them
     * @param personal set for personal data; a passport always is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Field(
            String key,
            FieldType type,
            LocalizedText label,
            @Nullable LocalizedText help,
            @Nullable Boolean required,
            @Nullable Integer maximum,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Option> options,
            @Nullable Condition visibleIf,
            @Nullable LocalizedText placeholder,
            @Nullable Display display,
            @Nullable Picks picks,
            @JsonProperty("default") @Nullable JsonNode defaultValue,
            @Nullable Integer minimum,
            @Nullable String pattern,
            @Nullable LocalizedText patternHelp,
            @Nullable Range range,
            @Nullable Boolean staffOnly,
            @Nullable Personal personal,
            @Nullable Accompanying accompanying,
            @Nullable ConsentText consent) {
        public Field {
            options = copy(options);
        }

        public Field(
                String key,
                FieldType type,
                LocalizedText label,
                @Nullable LocalizedText help,
                @Nullable Boolean required,
                @Nullable Integer maximum,
                List<Option> options,
                @Nullable Condition visibleIf) {
            this(
                    key, type, label, help, required, maximum, options, visibleIf, null, null, null, null, null, null,
                    null, null, null, null, null, null);
        }

        /** A field that is no more than its key, its type and its name. */
        public static Field of(String key, FieldType type, LocalizedText label) {
            return new Field(key, type, label, null, null, null, List.of(), null);
        }

        public boolean mandatory() {
            return Boolean.TRUE.equals(required);
        }

        public boolean hiddenFromDelegates() {
            return Boolean.TRUE.equals(staffOnly);
        }

        public boolean holdsPersonalData() {
            return personal != null;
        }

        public Optional<Option> option(String key) {
            return options.stream().filter(option -> option.key().equals(key)).findFirst();
        }
    }

    /**
     * @param price added to the order for each delegate who picks it
     * @param capacity of picks; null for none
     * @param until the last day, in the conference's zone, on which it can be picked; null for none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Option(
            String key,
            LocalizedText label,
            @Nullable Money price,
            @Nullable Integer capacity,
            @Nullable LocalDate until) {
        public Option(String key, LocalizedText label) {
            this(key, label, null, null, null);
        }

        public Option(String key, LocalizedText label, @Nullable Money price, @Nullable Integer capacity) {
            this(key, label, price, capacity, null);
        }

        public boolean isOpenOn(LocalDate day) {
            return until == null || !day.isAfter(until);
        }
    }

    /** How a choice is drawn. */
    public enum Display {
        @JsonProperty("list")
        LIST,
        @JsonProperty("radio")
        RADIO,
        @JsonProperty("buttons")
        BUTTONS
    }

    /** How many options must and may be picked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Picks(@Nullable Integer minimum, @Nullable Integer maximum) {}

    /** The smallest and the largest number, date or time, written as an answer is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Range(@Nullable String from, @Nullable String to) {}

    /** @param retentionMonths how long after the conference's end answers are kept; null for as long as the conference is */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Personal(@Nullable Integer retentionMonths) {}

    /** @param price of each person; @param maximum of persons a delegate may bring; @param fields asked for each */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Accompanying(@Nullable Money price, int maximum, List<Field> fields) {
        public Accompanying {
            fields = copy(fields);
        }
    }

    /**
     * What is agreed to, and what this wording is called. It is never changed without a new version of the form.
     *
     * @param purpose what the data is used for, in a few words; null when the text says it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConsentText(
            String version, LocalizedText text, @Nullable LocalizedText purpose) {}

    /** What an option is called among those of all fields, such as where its picks are counted. */
    public static String optionKey(Field field, Option option) {
        return "option:" + field.key() + ":" + option.key();
    }

    /** A list that was left out on the wire is empty. */
    static <T> List<T> copy(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
