package org.plenary.papers.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.AnswerWords;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.springframework.stereotype.Component;

/** The answers of papers as the columns of a table: one for each question that was asked in some version of the form. */
@Component
public class AnswerColumns {
    private final Forms forms;
    private final AnswerWords words;

    AnswerColumns(Forms forms, AnswerWords words) {
        this.forms = forms;
        this.words = words;
    }

    /** Those of the version in use come first, in its order. */
    public Table of(ConferenceView conference, Locale locale) {
        var columns = new LinkedHashMap<String, AnswerWords.Column>();
        var versions = new LinkedHashMap<Integer, FormDefinition>();
        for (var form : forms.answered(Purpose.SUBMISSION, conference.id())) {
            versions.put(form.version(), form.definition());
            for (var column : AnswerWords.columns(form.definition())) columns.putIfAbsent(column.key(), column);
        }
        return new Table(List.copyOf(columns.values()), versions, words, locale);
    }

    /** For one export. */
    public record Table(
            List<AnswerWords.Column> columns, Map<Integer, FormDefinition> versions, AnswerWords words, Locale locale) {
        /** A question cannot be mistaken for what every paper has. */
        public List<String> names() {
            return columns.stream().map(column -> "answers." + column.key()).toList();
        }

        public List<String> cells(Paper paper) {
            var answers = paper.answers();
            var form = versions.getOrDefault(answers.form(), FormDefinition.EMPTY);
            var cells = new ArrayList<String>();
            for (var column : columns) cells.add(words.cell(column, form, answers.values(), locale));
            return cells;
        }
    }
}
