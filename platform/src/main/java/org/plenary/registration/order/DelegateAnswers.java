package org.plenary.registration.order;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.forms.AnswerWords;
import org.plenary.forms.FormDefinition;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** What the delegates of an order answered, in words. */
@Component
class DelegateAnswers {
    private static final TypeReference<Map<String, JsonNode>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final AnswerWords words;

    DelegateAnswers(JdbcClient jdbc, Json json, AnswerWords words) {
        this.jdbc = jdbc;
        this.json = json;
        this.words = words;
    }

    /** By the delegates' ids. What is for staff only is told to nobody else. */
    @Transactional(readOnly = true)
    public Map<UUID, List<AnswerWords.Row>> of(UUID order, boolean isStaff, Locale locale) {
        var rows = new HashMap<UUID, List<AnswerWords.Row>>();
        jdbc.sql("""
                SELECT d.id, d.answers, f.definition FROM delegate d
                JOIN registration_form f ON f.conference_id = d.conference_id AND f.version = d.form_version
                WHERE d.order_id = :order""").param("order", order).query((RowCallbackHandler) row -> rows.put(
                row.getObject(1, UUID.class),
                words.rows(
                        json.read(row.getString(3), FormDefinition.class),
                        json.read(row.getString(2), ANSWERS),
                        isStaff,
                        locale)));
        return rows;
    }
}
