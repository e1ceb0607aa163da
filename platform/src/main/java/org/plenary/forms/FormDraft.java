package org.plenary.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Section;
import org.plenary.kernel.LocalizedText;

/** One change to a form definition, giving the next one. Rules are checked when it is put. */
record FormDraft(FormDefinition definition) {

    FormDraft addSection(String key, LocalizedText title) {
        var sections = new ArrayList<>(definition.sections());
        sections.add(new Section(key, title, List.of()));
        return of(sections);
    }

    /** Changes what a section says and whom it is for; its fields stay. */
    FormDraft putSection(Section changed) {
        return inSection(changed.key(), old -> changed.with(old.fields()));
    }

    FormDraft removeSection(String key) {
        return of(definition.sections().stream()
                .filter(section -> !section.key().equals(key))
                .toList());
    }

    FormDraft moveSection(String key, int by) {
        var sections = new ArrayList<>(definition.sections());
        var from = definition.sections().stream().map(Section::key).toList().indexOf(key);
        if (from >= 0 && from + by >= 0 && from + by < sections.size()) Collections.swap(sections, from, from + by);
        return of(sections);
    }

    /** Puts a field at the end of a section, or in the place of the one with the replaced key. */
    FormDraft putField(String section, @Nullable String replaced, Field field) {
        return inSection(section, old -> {
            var fields = new ArrayList<>(old.fields());
            var at = replaced == null
                    ? -1
                    : old.fields().stream().map(Field::key).toList().indexOf(replaced);
            if (at < 0) fields.add(field);
            else fields.set(at, field);
            return old.with(fields);
        });
    }

    FormDraft removeField(String key) {
        return of(definition.sections().stream()
                .map(section -> section.with(section.fields().stream()
                        .filter(field -> !field.key().equals(key))
                        .toList()))
                .toList());
    }

    FormDraft moveField(String section, String key, int by) {
        return inSection(section, old -> {
            var fields = new ArrayList<>(old.fields());
            var from = old.fields().stream().map(Field::key).toList().indexOf(key);
            if (from >= 0 && from + by >= 0 && from + by < fields.size()) Collections.swap(fields, from, from + by);
            return old.with(fields);
        });
    }

    /** The field once more, right behind itself, under a key that no field has. */
    FormDraft duplicateField(String key) {
        var taken = definition.fields().map(Field::key).toList();
        return of(definition.sections().stream()
                .map(section -> section.with(section.fields().stream()
                        .flatMap(field -> field.key().equals(key)
                                ? Stream.of(
                                        field,
                                        FieldChange.of(field)
                                                .key(FieldForm.freshKey(key, taken))
                                                .field())
                                : Stream.of(field))
                        .toList()))
                .toList());
    }

    /** Puts a field at the end of another section. */
    FormDraft moveFieldTo(String section, String key) {
        var field = definition.field(key);
        var isThere = definition.sections().stream().anyMatch(s -> s.key().equals(section));
        if (field.isEmpty() || !isThere) return this;
        return removeField(key).putField(section, null, field.get());
    }

    /** Puts a section's fields in this order; those not named stay behind. */
    FormDraft arrangeFields(String section, List<String> wanted) {
        return inSection(section, old -> {
            var order = new ArrayList<>(new LinkedHashSet<>(wanted));
            var fields = new ArrayList<>(old.fields());
            fields.sort(java.util.Comparator.comparingInt(field -> {
                var at = order.indexOf(field.key());
                return at < 0 ? order.size() : at;
            }));
            return old.with(fields);
        });
    }

    private FormDraft inSection(String key, UnaryOperator<Section> change) {
        return of(definition.sections().stream()
                .map(section -> section.key().equals(key) ? change.apply(section) : section)
                .toList());
    }

    private static FormDraft of(List<Section> sections) {
        return new FormDraft(new FormDefinition(sections));
    }
}
