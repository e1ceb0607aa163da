package org.plenary.registration.delegate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.kernel.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The columns of a file for the people who come along: one for each thing that is asked of each of them, counted from 1. */
@Component
class Companions {
    private final MessageSource messages;

    Companions(MessageSource messages) {
        this.messages = messages;
    }

    /** A cell of one of them; @param number from 1 */
    record Cell(int number, Field part, String target) {}

    /** None for a field that does not ask for people who come along. */
    static List<Cell> cells(Field field) {
        var accompanying = field.accompanying();
        if (accompanying == null) return List.of();
        return IntStream.rangeClosed(1, accompanying.maximum())
                .boxed()
                .flatMap(number -> accompanying.fields().stream()
                        .map(part ->
                                new Cell(number, part, Column.ANSWER + field.key() + "." + number + "." + part.key())))
                .toList();
    }

    /** What columns can be of them, known by names like “Companion 1 name”. */
    List<ImportTargets.Target> targets(Field field, Locale locale) {
        return cells(field).stream()
                .map(cell -> new ImportTargets.Target(
                        cell.target(),
                        text(
                                "registration.import.answer-companion",
                                locale,
                                field.label().in(locale),
                                cell.number(),
                                cell.part().label().in(locale)),
                        names(field, cell)))
                .toList();
    }

    private List<String> names(Field field, Cell cell) {
        var persons = new ArrayList<String>();
        persons.add(field.key());
        var parts = new ArrayList<String>();
        parts.add(cell.part().key());
        for (var language : Languages.ALL) {
            persons.add(field.label().in(language));
            parts.add(cell.part().label().in(language));
            Stream.of(text("registration.import.names-companion", language).split("[,，]"))
                    .forEach(persons::add);
        }
        return persons.stream()
                .flatMap(person -> parts.stream().map(part -> ImportMapping.plain(person + cell.number() + part)))
                .distinct()
                .toList();
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
