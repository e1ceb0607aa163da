package org.plenary.registration.delegate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plenary.forms.FieldType;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.Parts;
import org.plenary.kernel.Languages;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.TableFile;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the columns of a file can be, and which of it their names say. */
@Component
class ImportTargets {
    private final Companions companions;
    private final MessageSource messages;

    ImportTargets(Companions companions, MessageSource messages) {
        this.companions = companions;
        this.messages = messages;
    }

    /** @param label in the reader's language; @param names under which a column is recognised, as {@link ImportMapping#plain} */
    record Target(String key, String label, List<String> names) {}

    /** The person first, then the answers in the form's order. Files are no cells. */
    List<Target> of(FormDefinition form, Locale locale) {
        var targets = new ArrayList<Target>();
        for (var key : ImportMapping.PERSON)
            targets.add(new Target(key, text("registration.delegates.column." + key, locale), names(key)));
        form.fields().filter(field -> !field.type().isFile()).forEach(field -> {
            if (field.type() == FieldType.ACCOMPANYING_PERSONS) targets.addAll(companions.targets(field, locale));
            else if (field.type().hasParts()) Parts.of(field).forEach(part -> targets.add(part(field, part, locale)));
            else targets.add(answer(field, locale));
        });
        return targets;
    }

    /** The columns by their names; each target once, the rest is left out until somebody says what it is. */
    static ImportMapping guess(TableFile file, List<Target> targets) {
        var taken = new HashSet<String>();
        return ImportMapping.of(file.header().stream()
                .map(name -> targets.stream()
                        .filter(target -> target.names().contains(ImportMapping.plain(name)) && taken.add(target.key()))
                        .map(Target::key)
                        .findFirst()
                        .orElse(""))
                .toList());
    }

    /** What people call such a column, in all our languages. */
    private List<String> names(String key) {
        return Languages.ALL.stream()
                .flatMap(each ->
                        Stream.of(text("registration.import.names-" + key, each).split("[,，]")))
                .map(ImportMapping::plain)
                .distinct()
                .toList();
    }

    private Target answer(Field field, Locale locale) {
        return new Target(
                Column.ANSWER + field.key(),
                text("registration.import.answer", locale, label(field, locale)),
                names(field.key(), field.label()));
    }

    private Target part(Field field, Field part, Locale locale) {
        var caption = "registration.part-of." + field.type().dashed() + "."
                + part.key().replace('_', '-');
        var names = new ArrayList<String>();
        names.add(ImportMapping.plain(field.key() + part.key()));
        for (var each : Languages.ALL) {
            names.add(ImportMapping.plain(text(caption, each)));
            names.add(ImportMapping.plain(field.label().in(each) + text(caption, each)));
        }
        return new Target(
                Column.ANSWER + field.key() + "." + part.key(),
                text("registration.import.answer-part", locale, label(field, locale), text(caption, locale)),
                names);
    }

    private static List<String> names(String key, LocalizedText label) {
        return Stream.concat(Stream.of(key), Languages.ALL.stream().map(label::in))
                .map(ImportMapping::plain)
                .toList();
    }

    private static String label(Field field, Locale locale) {
        var label = field.label().in(locale);
        return label.isBlank() ? field.key() : label;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
