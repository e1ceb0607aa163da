package org.plenary.registration.delegate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.AnswerRules;
import org.plenary.forms.FieldType;
import org.plenary.forms.FormDefinition;
import org.plenary.kernel.TableFile;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.order.Contact;
import org.plenary.registration.order.ImportedOrders.Imported;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds what is wrong with the rows of a file before any is written. */
@Component
class ImportChecking {
    private static final int LONGEST_NAME = 200;
    private static final String ANSWERS = "/answers";

    private final ImportGround ground;
    private final AnswerRules rules;

    ImportChecking(ImportGround ground, AnswerRules rules) {
        this.ground = ground;
        this.rules = rules;
    }

    /** @param row counted as a spreadsheet counts: the header is row 1 */
    record Good(int row, Imported imported) {}

    /** @param target what the cell is taken for; @param column as the file calls it, empty when it has none for it */
    record Bad(int row, String target, String column, String value, Violation violation) {}

    record Checked(List<Good> good, List<Bad> bad) {
        /** Rows, not cells. */
        long badRows() {
            return bad.stream().map(Bad::row).distinct().count();
        }
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput when the mapping leaves out what is needed of everybody */
    Checked check(ConferenceView conference, TableFile file, ImportMapping mapping) {
        var found = ground.of(conference);
        var wrong = new Violations();
        mapping.check(found.form().definition(), wrong);
        wrong.throwIfAny();
        return new Run(found, file, mapping).check();
    }

    private final class Run {
        private final ImportGround.Found found;
        private final TableFile file;
        private final ImportMapping mapping;
        private final RowAnswers answers;
        private final Map<String, Integer> rowOfAddress = new HashMap<>();
        private final Map<String, Integer> taken = new HashMap<>();
        private final List<Good> good = new ArrayList<>();
        private final List<Bad> bad = new ArrayList<>();

        Run(ImportGround.Found found, TableFile file, ImportMapping mapping) {
            this.found = found;
            this.file = file;
            this.mapping = mapping;
            this.answers = new RowAnswers(found.form().definition(), mapping);
        }

        Checked check() {
            for (var i = 0; i < file.rows().size(); i++)
                if (!TableFile.isEmpty(file.rows().get(i)))
                    row(i + 2, file.rows().get(i));
            return new Checked(good, bad);
        }

        private void row(int number, List<String> row) {
            var wrong = new Violations();
            var given = answers.of(row);
            var person = answers.person(row, given);
            check(person, wrong);
            var fee = fee(row, wrong);
            answers.addKnown(given, person);
            var checked = check(given, fee, wrong);
            if (wrong.isEmpty()) duplicate(person, number, wrong);
            if (wrong.isEmpty() && fee != null) capacity(fee, checked, wrong);
            if (wrong.isEmpty() && fee != null) good.add(new Good(number, imported(person, fee, checked)));
            else add(number, row, wrong);
        }

        private static void check(Contact person, Violations wrong) {
            wrong.text("/name", person.name(), LONGEST_NAME);
            wrong.email("/email", person.email());
            wrong.country("/country", person.country());
        }

        private @Nullable Fee fee(List<String> row, Violations wrong) {
            var column = mapping.column("fee");
            var text = column < 0 ? "" : TableFile.cell(row, column);
            var fee = found.fee(text.isEmpty() ? mapping.fee() : text).orElse(null);
            if (fee == null)
                wrong.add("/fee", text.isEmpty() ? "required" : "unknown_fee_name", "There is no fee of this name.");
            return fee;
        }

        /**
         * Whoever is brought in has not been asked all that the form asks: what is missing is no fault, and what follows from the
         * person's own columns was checked there. Staff may still pick what the form has closed.
         */
        private AnswerRules.Checked check(Map<String, JsonNode> given, @Nullable Fee fee, Violations wrong) {
            var form = found.form().definition();
            var ofAnswers = new Violations();
            var groups = fee == null ? null : fee.groups();
            var checked = rules.check(
                    new AnswerRules.Asked(form, form, groups, LocalDate.MIN, true), given, ANSWERS, ofAnswers);
            ofAnswers.list().stream()
                    .filter(each -> isFault(each, given))
                    .forEach(each -> wrong.add(
                            each.pointer(),
                            each.code().equals("not_offered") ? "unknown_option" : each.code(),
                            each.detail(),
                            each.details()));
            return checked;
        }

        private boolean isFault(Violation violation, Map<String, JsonNode> given) {
            var field = violation.pointer().split("/")[2];
            return isMapped(field)
                    && (given.containsKey(field) || !violation.code().equals("required"));
        }

        private boolean isMapped(String field) {
            return mapping.targets().stream()
                    .anyMatch(target ->
                            target.equals(Column.ANSWER + field) || target.startsWith(Column.ANSWER + field + "."));
        }

        private void duplicate(Contact person, int number, Violations wrong) {
            var address = person.email().toLowerCase(Locale.ROOT);
            if (found.addresses().contains(address))
                wrong.add("/email", "duplicate_delegate", "Somebody with this address is registered already.");
            var before = rowOfAddress.putIfAbsent(address, number);
            if (before != null && wrong.isEmpty())
                wrong.add("/email", "duplicate_row", "Row " + before + " has this address.", Map.of("row", before));
        }

        /** A row that finds one thing full takes nothing of the others from the rows below it. */
        private void capacity(Fee fee, AnswerRules.Checked checked, Violations wrong) {
            var wanted = new LinkedHashMap<String, Integer>();
            count(fee.stockKey(), "/fee", wanted, wrong);
            checked.picked()
                    .forEach(pick -> count(
                            FormDefinition.optionKey(pick.field(), pick.option()), pick.pointer(), wanted, wrong));
            if (wrong.isEmpty()) wanted.forEach((key, places) -> taken.merge(key, places, Integer::sum));
        }

        private void count(String stockKey, String pointer, Map<String, Integer> wanted, Violations wrong) {
            for (var key : found.keys(stockKey)) {
                var places = wanted.getOrDefault(key, 0) + 1;
                wanted.put(key, places);
                var level = found.levels().get(key);
                var left = level == null ? null : level.left();
                if (left == null || taken.getOrDefault(key, 0) + places <= left) continue;
                wrong.add(pointer, "sold_out_here", "There is no place left.");
                return;
            }
        }

        private Imported imported(Contact person, Fee fee, AnswerRules.Checked checked) {
            return new Imported(
                    person,
                    fee,
                    found.form().version(),
                    new LinkedHashMap<>(checked.answers()),
                    checked.picked(),
                    Locale.forLanguageTag(mapping.locale()),
                    mapping.settled(),
                    mapping.mails());
        }

        /** One reason for each cell is enough. */
        private void add(int number, List<String> row, Violations wrong) {
            var seen = new HashSet<String>();
            for (var violation : wrong.list()) {
                var target = target(row, violation.pointer());
                if (!seen.add(target)) continue;
                var column = mapping.column(target);
                bad.add(new Bad(
                        number,
                        target,
                        column < 0 ? "" : file.header().get(column),
                        column < 0 ? "" : TableFile.cell(row, column),
                        violation));
            }
        }

        private String source(String person) {
            return found.form()
                    .definition()
                    .fields()
                    .filter(field -> isMapped(field.key())
                            && switch (person) {
                                case "name" -> ImportMapping.isName(field);
                                case "email" -> field.type() == FieldType.EMAIL;
                                case "country" -> field.type() == FieldType.COUNTRY;
                                default -> false;
                            })
                    .findFirst()
                    .map(field -> Column.ANSWER + field.key())
                    .orElse(person);
        }

        /** What a violation concerns; a person's fault stands where the person is read from. */
        private String target(List<String> row, String pointer) {
            var parts = pointer.split("/");
            if (!pointer.startsWith(ANSWERS)) return mapping.column(parts[1]) >= 0 ? parts[1] : source(parts[1]);
            var field = Column.ANSWER + parts[2];
            if (mapping.column(field) >= 0 || parts.length <= 3) return field;
            if (parts.length == 4) return field + "." + parts[3];
            var asked = found.form().definition().field(parts[2]).orElseThrow();
            return field + "." + answers.companions(row, asked).get(Integer.parseInt(parts[3])) + "." + parts[4];
        }
    }
}
