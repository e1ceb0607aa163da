package org.plenary.registration.delegate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.plenary.forms.FieldType;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.Parts;
import org.plenary.kernel.TableFile;
import org.plenary.registration.order.PersonOfAnswers;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads sheets of people as the import of delegates does, for those whose places are ordered already. */
@Component
public class SheetPeople {
    private final ImportTargets targets;
    private final MessageSource messages;

    SheetPeople(ImportTargets targets, MessageSource messages) {
        this.targets = targets;
        this.messages = messages;
    }

    /**
     * A column of such a sheet.
     *
     * @param key {@code fee}, {@code name} or {@code email}, or empty for what is an answer alone
     * @param answer the field that is answered in it, or its part as {@code address/city}; empty for none
     */
    public record Heading(String key, String label, String answer) {}

    /** @param number as the sheet counts its rows; @param fee as it is written there */
    public record Row(int number, String fee, String name, String email, Map<String, JsonNode> answers) {}

    /** @param unknown the names of columns that are left out */
    public record Sheet(List<String> unknown, List<Row> rows) {}

    /** The columns that a sheet for such a form has, under names by which they are known again. */
    public List<Heading> headings(FormDefinition form, Locale locale) {
        var headings = new ArrayList<Heading>();
        var said = new HashSet<String>();
        headings.add(new Heading("fee", text("registration.delegates.column.fee", locale), ""));
        if (PersonOfAnswers.nameField(form).isEmpty()) headings.add(person("name", "", locale));
        if (PersonOfAnswers.emailField(form).isEmpty()) headings.add(person("email", "", locale));
        form.fields()
                .filter(field -> !field.type().isFile() && field.type() != FieldType.ACCOMPANYING_PERSONS)
                .forEach(field -> headings.addAll(columns(field, said, locale)));
        return headings;
    }

    private List<Heading> columns(Field field, Set<String> said, Locale locale) {
        var label = field.label().in(locale);
        if (ImportMapping.isName(field) && said.add("name")) return List.of(person("name", field.key(), locale));
        if (field.type() == FieldType.EMAIL && said.add("email")) return List.of(person("email", field.key(), locale));
        if (field.type() == FieldType.COUNTRY && said.add("country"))
            return List.of(person("country", field.key(), locale));
        if (!field.type().hasParts()) return List.of(new Heading("", label, field.key()));
        return Parts.of(field).stream()
                .map(part -> new Heading(
                        "", label + " " + text(caption(field, part), locale), field.key() + "/" + part.key()))
                .toList();
    }

    private static String caption(Field field, Field part) {
        return "registration.part-of." + field.type().dashed() + "."
                + part.key().replace('_', '-');
    }

    private Heading person(String key, String answer, Locale locale) {
        return new Heading(key, text("registration.delegates.column." + key, locale), answer);
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput at {@code /file} when no table can be made out, or one that is too large */
    public Sheet read(byte[] content, FormDefinition form, Locale locale) {
        var file = TableFile.of(content);
        var mapping = ImportTargets.guess(file, targets.of(form, locale));
        var unknown = new ArrayList<String>();
        for (var i = 0; i < file.header().size(); i++)
            if (mapping.targets().get(i).isEmpty() && !file.header().get(i).isBlank())
                unknown.add(file.header().get(i));
        var cells = new RowAnswers(form, mapping);
        var rows = new ArrayList<Row>();
        for (var i = 0; i < file.rows().size(); i++) {
            var row = file.rows().get(i);
            if (TableFile.isEmpty(row)) continue;
            var answers = cells.of(row);
            var person = cells.person(row, answers);
            cells.addKnown(answers, person);
            var fee = mapping.column("fee") < 0 ? "" : TableFile.cell(row, mapping.column("fee"));
            rows.add(new Row(i + 2, fee, person.name(), person.email(), answers));
        }
        return new Sheet(unknown, rows);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
