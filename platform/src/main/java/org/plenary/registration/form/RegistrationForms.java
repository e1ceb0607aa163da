package org.plenary.registration.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.FormOwner;
import org.plenary.forms.Purpose;
import org.plenary.registration.FeeCategories;
import org.plenary.registration.Stock;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Delegates fill the form of registrations: asked by their fees, what they pick is counted in the stock. */
@Component
class RegistrationForms implements FormOwner {
    private final FeeCategories categories;
    private final Stock stock;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    RegistrationForms(FeeCategories categories, Stock stock, MessageSource messages, JdbcClient jdbc) {
        this.categories = categories;
        this.stock = stock;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    @Override
    public Purpose purpose() {
        return Purpose.REGISTRATION;
    }

    @Override
    public List<Group> groups(UUID conference, Locale locale) {
        return categories.of(conference).stream()
                .map(each -> {
                    var name = each.name().in(locale);
                    return new Group(each.value(), name, label(each, name, locale));
                })
                .toList();
    }

    /** A category is often called as one of its fees. */
    private String label(FeeCategories.Category category, String name, Locale locale) {
        return category.hasFees()
                ? messages.getMessage("registration.section.all-of", new Object[] {name}, locale)
                : name;
    }

    @Override
    public String unknownGroup(String value, Locale locale) {
        return messages.getMessage("registration.section.no-such-fee", new Object[] {value}, locale);
    }

    @Override
    public List<String> presets() {
        return List.of("academic", "visa", "short");
    }

    @Override
    public Map<Integer, Integer> answers(UUID conference) {
        var answers = new LinkedHashMap<Integer, Integer>();
        jdbc.sql("""
                SELECT form_version, count(*) FROM delegate
                WHERE conference_id = :conference GROUP BY form_version""").param("conference", conference).query((RowCallbackHandler)
                row -> answers.put(row.getInt(1), row.getInt(2)));
        return answers;
    }

    @Override
    public boolean isAnswered(UUID conference, int version) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM delegate WHERE conference_id = :conference AND form_version = :version)""")
                .param("conference", conference)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void changed(UUID conference, FormDefinition before, FormDefinition after) {
        var capacities = new LinkedHashMap<String, @Nullable Integer>();
        before.fields()
                .forEach(field -> field.options()
                        .forEach(option -> capacities.put(FormDefinition.optionKey(field, option), null)));
        after.fields()
                .forEach(field -> field.options()
                        .forEach(option -> capacities.put(FormDefinition.optionKey(field, option), option.capacity())));
        stock.define(conference, capacities);
    }
}
