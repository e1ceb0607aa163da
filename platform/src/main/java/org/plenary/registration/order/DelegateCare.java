package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plenary.forms.AnswerWords;
import org.plenary.forms.FieldType;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.kernel.Json;
import org.plenary.registration.DelegateFacts;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

@Component
class DelegateCare implements DelegateFacts {
    private static final TypeReference<Map<String, JsonNode>> ANSWERS = new TypeReference<>() {};

    /** Forms of a society's own ask for diet by any kind of field: these are what such a field is called. */
    private static final Pattern DIET = Pattern.compile("(?i).*(diet|allerg|meal|food).*");

    private final JdbcClient jdbc;
    private final Json json;
    private final AnswerWords words;

    DelegateCare(JdbcClient jdbc, Json json, AnswerWords words) {
        this.jdbc = jdbc;
        this.json = json;
        this.words = words;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, List<Facts>> of(Collection<UUID> orders, Locale locale) {
        var found = new HashMap<UUID, List<Facts>>();
        if (orders.isEmpty()) return found;
        var forms = forms(orders);
        jdbc.sql("""
                SELECT order_id, id, name, conference_id, form_version, answers FROM delegate
                WHERE order_id IN (:orders) AND status IN ('pending', 'confirmed') ORDER BY order_id, position""").param("orders", orders).query((RowCallbackHandler) row -> {
            var form = forms.get(row.getString("conference_id") + "/" + row.getInt("form_version"));
            var answers = json.read(row.getString("answers"), ANSWERS);
            found.computeIfAbsent(row.getObject("order_id", UUID.class), _ -> new ArrayList<>())
                    .add(new Facts(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            form == null ? "" : said(form, answers, field -> field.type() == FieldType.PHONE, locale),
                            form == null ? "" : said(form, answers, DelegateCare::isDiet, locale)));
        });
        return found;
    }

    private Map<String, FormDefinition> forms(Collection<UUID> orders) {
        var forms = new HashMap<String, FormDefinition>();
        jdbc.sql("""
                SELECT conference_id, version, definition FROM registration_form
                WHERE (conference_id, version) IN
                    (SELECT conference_id, form_version FROM delegate WHERE order_id IN (:orders))""").param("orders", orders).query((RowCallbackHandler) row ->
                forms.put(row.getString(1) + "/" + row.getInt(2), json.read(row.getString(3), FormDefinition.class)));
        return forms;
    }

    private String said(FormDefinition form, Map<String, JsonNode> answers, Predicate<Field> isMeant, Locale locale) {
        return form.fields()
                .filter(isMeant)
                .filter(field -> answers.containsKey(field.key()))
                .map(field -> words.text(field, answers.get(field.key()), locale))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("; "));
    }

    private static boolean isDiet(Field field) {
        return field.type() == FieldType.MEAL_AND_DIET
                || field.type() != FieldType.ACCOMPANYING_PERSONS
                        && DIET.matcher(field.key()).matches();
    }
}
