package org.plenary.registration.delegate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.plenary.forms.FieldType;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.Parts;
import org.plenary.kernel.CountryNames;
import org.plenary.kernel.TableFile;
import org.plenary.registration.order.Contact;
import org.plenary.registration.order.PersonOfAnswers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the cells of a row as a form's answers: options by key or label, countries by code or name. */
final class RowAnswers {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> YES = Set.of("true", "yes", "y", "x", "1", "是", "ja", "oui");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "否", "nein", "non");

    /** Ways to write a day that can mean no other day. */
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT),
            DateTimeFormatter.ofPattern("uuuu/M/d", Locale.ROOT),
            DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT));

    private final FormDefinition form;
    private final ImportMapping mapping;

    RowAnswers(FormDefinition form, ImportMapping mapping) {
        this.form = form;
        this.mapping = mapping;
    }

    /** What the row's own cells answer. */
    Map<String, JsonNode> of(List<String> row) {
        var answers = new LinkedHashMap<String, JsonNode>();
        form.fields().forEach(field -> {
            if (field.accompanying() != null) companions(row, field, answers);
            else if (field.type().hasParts()) parts(row, field, answers);
            else {
                var text = cell(row, Column.ANSWER + field.key());
                if (!text.isEmpty()) answers.put(field.key(), answer(field, text));
            }
        });
        return answers;
    }

    private void parts(List<String> row, Field field, Map<String, JsonNode> answers) {
        var answer = JSON.objectNode();
        Parts.of(field).forEach(part -> {
            var text = cell(row, Column.ANSWER + field.key() + "." + part.key());
            if (!text.isEmpty()) answer.set(part.key(), answer(part, text));
        });
        if (!answer.isEmpty()) answers.put(field.key(), answer);
    }

    private void companions(List<String> row, Field field, Map<String, JsonNode> answers) {
        var persons = JSON.arrayNode();
        for (var number : companions(row, field)) {
            var person = JSON.objectNode();
            Companions.cells(field).stream()
                    .filter(cell -> cell.number() == number)
                    .forEach(cell -> {
                        var text = cell(row, cell.target());
                        if (!text.isEmpty()) person.set(cell.part().key(), answer(cell.part(), text));
                    });
            persons.add(person);
        }
        if (!persons.isEmpty()) answers.put(field.key(), persons);
    }

    /** The numbers of those who come along with this row's person: a sheet may leave the first empty. */
    List<Integer> companions(List<String> row, Field field) {
        return Companions.cells(field).stream()
                .filter(cell -> !cell(row, cell.target()).isEmpty())
                .map(Companions.Cell::number)
                .distinct()
                .toList();
    }

    /** Who it is, as registration itself would tell by the answers; what they do not say is in columns of its own. */
    Contact person(List<String> row, Map<String, JsonNode> answers) {
        var country = cell(row, "country").isEmpty() ? mapping.country() : cell(row, "country");
        var told = new Contact(
                cell(row, "name"),
                cell(row, "email"),
                CountryNames.code(country).orElse(country));
        var person = PersonOfAnswers.of(form, answers, told);
        return new Contact(person.name(), person.email(), person.country());
    }

    /** What the person's own columns say is answered too, where the form asks it and no column does. */
    void addKnown(Map<String, JsonNode> answers, Contact person) {
        known(FieldType.EMAIL, person.email(), answers);
        known(FieldType.COUNTRY, person.country(), answers);
        form.fields()
                .filter(field -> ImportMapping.isName(field) && mapping.column(Column.ANSWER + field.key()) < 0)
                .forEach(field -> answers.putIfAbsent(field.key(), JSON.stringNode(person.name())));
    }

    /** The first field of the type is the one that says it of the delegate. */
    private void known(FieldType type, String text, Map<String, JsonNode> answers) {
        form.fields()
                .filter(field -> field.type() == type)
                .findFirst()
                .filter(field -> mapping.column(Column.ANSWER + field.key()) < 0)
                .ifPresent(field -> answers.putIfAbsent(field.key(), JSON.stringNode(text)));
    }

    /** What cannot be read stays the text that it is, for the form's own rules to refuse. */
    private static JsonNode answer(Field field, String text) {
        return switch (field.type().family()) {
            case NUMBER ->
                text.matches("-?\\d{1,15}(\\.\\d{1,9})?")
                        ? JSON.numberNode(new BigDecimal(text))
                        : JSON.stringNode(text);
            case CHOICE -> JSON.stringNode(option(field, text));
            case CHOICES -> {
                var many = JSON.arrayNode();
                Arrays.stream(text.split("[;；]"))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .forEach(each -> many.add(option(field, each)));
                yield many;
            }
            case COUNTRY -> JSON.stringNode(CountryNames.code(text).orElse(text));
            case CONSENT, YES_NO -> yesOrNo(text);
            case TIME -> JSON.stringNode(time(field.type(), text));
            case TEXT, FILE, PARTS, PERSONS -> JSON.stringNode(text);
        };
    }

    private static String time(FieldType type, String text) {
        return switch (type) {
            case DATE -> day(text);
            case DATETIME -> text.replace(' ', 'T');
            default -> text;
        };
    }

    private static JsonNode yesOrNo(String text) {
        var plain = text.toLowerCase(Locale.ROOT);
        if (YES.contains(plain)) return JSON.booleanNode(true);
        return NO.contains(plain) ? JSON.booleanNode(false) : JSON.stringNode(text);
    }

    private static String day(String text) {
        for (var format : DAYS) {
            try {
                return LocalDate.parse(text, format).toString();
            } catch (DateTimeParseException e) {
                // written in another way, or no day at all
            }
        }
        return text;
    }

    private static String option(Field field, String text) {
        var plain = ImportMapping.plain(text);
        return field.options().stream()
                .filter(option -> option.key().equals(text)
                        || option.label().values().values().stream()
                                .anyMatch(label -> ImportMapping.plain(label).equals(plain)))
                .map(FormDefinition.Option::key)
                .findFirst()
                .orElse(text);
    }

    private String cell(List<String> row, String target) {
        var column = mapping.column(target);
        return column < 0 ? "" : TableFile.cell(row, column);
    }
}
