package org.plenary.registration.form;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The kinds of fields as the builder offers them: in groups, each with what it is good for. */
@Component
class FieldKinds {
    private final FormWords words;

    FieldKinds(FormWords words) {
        this.words = words;
    }

    record Kind(String type, String icon, String name, String use) {}

    record Group(String name, List<Kind> kinds) {}

    List<Group> groups(Locale locale) {
        return List.of(
                group(
                        "usual",
                        locale,
                        FieldType.TEXT,
                        FieldType.LONG_TEXT,
                        FieldType.CHOICE,
                        FieldType.MULTIPLE_CHOICE,
                        FieldType.YES_NO,
                        FieldType.NUMBER,
                        FieldType.DATE,
                        FieldType.TIME,
                        FieldType.DATETIME),
                group(
                        "person",
                        locale,
                        FieldType.EMAIL,
                        FieldType.PHONE,
                        FieldType.URL,
                        FieldType.COUNTRY,
                        FieldType.NATIONALITY,
                        FieldType.ADDRESS,
                        FieldType.PASSPORT),
                group(
                        "event",
                        locale,
                        FieldType.MEAL_AND_DIET,
                        FieldType.ACCOMPANYING_PERSONS,
                        FieldType.FILE,
                        FieldType.IMAGE,
                        FieldType.CONSENT));
    }

    Kind kind(FieldType type, Locale locale) {
        return new Kind(
                type.wire(),
                icon(type),
                words.type(type, locale),
                words.message("registration.type." + type.dashed() + ".use", locale));
    }

    private Group group(String name, Locale locale, FieldType... types) {
        return new Group(
                words.message("registration.kinds." + name, locale),
                Stream.of(types).map(type -> kind(type, locale)).toList());
    }

    static String icon(FieldType type) {
        return switch (type) {
            case TEXT -> "ti-letter-case";
            case LONG_TEXT -> "ti-align-left";
            case NUMBER -> "ti-123";
            case DATE -> "ti-calendar";
            case TIME -> "ti-clock";
            case DATETIME -> "ti-calendar-time";
            case CHOICE -> "ti-circle-dot";
            case MULTIPLE_CHOICE -> "ti-checkbox";
            case YES_NO -> "ti-toggle-left";
            case COUNTRY -> "ti-world";
            case NATIONALITY -> "ti-flag";
            case PHONE -> "ti-phone";
            case EMAIL -> "ti-mail";
            case URL -> "ti-link";
            case FILE -> "ti-file";
            case IMAGE -> "ti-photo";
            case ADDRESS -> "ti-map-pin";
            case ACCOMPANYING_PERSONS -> "ti-users";
            case MEAL_AND_DIET -> "ti-soup";
            case PASSPORT -> "ti-id";
            case CONSENT -> "ti-writing";
        };
    }
}
