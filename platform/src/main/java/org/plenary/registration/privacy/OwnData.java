package org.plenary.registration.privacy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.AnswerWords;
import org.plenary.forms.FieldType;
import org.plenary.forms.FormDefinition;
import org.plenary.kernel.Json;
import org.plenary.registration.PersonalData;
import org.plenary.registration.order.OrderAccess;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * Everything that is held of the people of an order, for themselves. Of the access log they are told when and how, not by whom: who
 * works for the organizer is a matter of the organizer's.
 */
@Component
class OwnData {
    private static final int MOST_MOMENTS = 1000;
    private static final TypeReference<Map<String, JsonNode>> ANSWERS = new TypeReference<>() {};

    /** By the names of the members; each gives a list of objects. */
    private static final Map<String, String> SECTIONS = sections();

    private final JdbcClient jdbc;
    private final Json json;
    private final AnswerWords words;
    private final Accesses accesses;
    private final Parts parts;

    OwnData(JdbcClient jdbc, Json json, AnswerWords words, Accesses accesses, Parts parts) {
        this.jdbc = jdbc;
        this.json = json;
        this.words = words;
        this.accesses = accesses;
        this.parts = parts;
    }

    /** What others know of an order. */
    @Component
    record Parts(OrderAccess orders, ObjectProvider<PersonalData> others) {}

    /** @param purpose for what it was given; null when the form does not say it; @param at when the answer was given */
    record Consent(
            String person,
            String label,
            @Nullable String purpose,
            String text,
            String version,
            @JsonProperty("given") boolean isGiven,
            Instant at) {}

    /** @param given as it is kept; @param answers in words, by the version of the form that was answered */
    record Person(
            UUID id,
            String name,
            String email,
            String country,
            String fee,
            String status,
            @Nullable String ticket,
            @Nullable Instant checkedInAt,
            int formVersion,
            Instant answeredAt,
            List<AnswerWords.Row> answers,
            Map<String, JsonNode> given,
            List<Consent> consents) {}

    /** Who looked at it: when, and how. */
    record Look(Instant at, String way, String what) {}

    @Transactional(readOnly = true)
    public List<Person> people(Subject subject, Locale locale) {
        return jdbc.sql("""
                SELECT d.*, coalesce(d.answered_at, o.created_at) AS given_at, f.definition
                FROM delegate d JOIN orders o ON o.id = d.order_id
                LEFT JOIN registration_form f ON f.conference_id = d.conference_id AND f.version = d.form_version
                WHERE d.id = ANY (:delegates) ORDER BY d.order_id, d.position""")
                .param("delegates", ids(subject.delegates()))
                .query((row, n) -> {
                    var definition = row.getString("definition");
                    var form = definition == null ? FormDefinition.EMPTY : json.read(definition, FormDefinition.class);
                    var given = json.read(row.getString("answers"), ANSWERS);
                    var at = row.getTimestamp("given_at").toInstant();
                    var checkedIn = row.getTimestamp("checked_in_at");
                    var name = row.getString("name");
                    return new Person(
                            row.getObject("id", UUID.class),
                            name,
                            row.getString("email"),
                            row.getString("country"),
                            row.getString("fee_key"),
                            row.getString("status"),
                            row.getString("ticket_code"),
                            checkedIn == null ? null : checkedIn.toInstant(),
                            row.getInt("form_version"),
                            at,
                            words.rows(form, given, true, locale),
                            given,
                            consents(name, form, given, at, locale));
                })
                .list();
    }

    private static List<Consent> consents(
            String name, FormDefinition form, Map<String, JsonNode> given, Instant at, Locale locale) {
        return form.fields()
                .filter(field -> field.type() == FieldType.CONSENT)
                .flatMap(field -> {
                    var said = given.get(field.key());
                    if (said == null) return Stream.<Consent>empty();
                    var text = field.consent();
                    var purpose = text == null ? null : text.purpose();
                    return Stream.of(new Consent(
                            name,
                            field.label().in(locale),
                            purpose == null ? null : purpose.in(locale),
                            text == null ? "" : text.text().in(locale),
                            text == null ? "" : text.version(),
                            said.asBoolean(false),
                            at));
                })
                .toList();
    }

    List<Look> looks(Subject subject, int most) {
        var about = new ArrayList<>(subject.orders());
        about.addAll(subject.delegates());
        return accesses.of(about, most).stream()
                .map(each -> new Look(each.at(), each.way(), each.what()))
                .toList();
    }

    /** All of it, to be written as JSON. */
    @Transactional(readOnly = true)
    public Map<String, Object> all(ConferenceView conference, Subject subject, Locale locale) {
        var all = new LinkedHashMap<String, Object>();
        all.put(
                "conference",
                Map.of("key", conference.slug(), "name", conference.name().in(locale)));
        all.put("orders", subject.orders().stream().map(parts.orders()::shown).toList());
        all.put("delegates", people(subject, locale));
        SECTIONS.forEach((name, sql) -> all.put(name, section(sql, subject)));
        parts.others().forEach(part -> all.put(part.name(), part.of(subject.orders())));
        all.put("history", parts.orders().history(conference, subject.email(), subject.orders()));
        all.put("seen_by_the_organizer", looks(subject, MOST_MOMENTS));
        return all;
    }

    private JsonNode section(String sql, Subject subject) {
        var rows = jdbc.sql("SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]')::text FROM (" + sql + ") AS t")
                .param("orders", ids(subject.orders()))
                .param("delegates", ids(subject.delegates()))
                .param("conference", subject.conference())
                .param("emails", new SqlArrayValue("text", subject.emails().toArray()))
                .query(String.class)
                .single();
        return json.read(rows, JsonNode.class);
    }

    private static SqlArrayValue ids(List<UUID> ids) {
        return new SqlArrayValue("uuid", ids.toArray());
    }

    private static Map<String, String> sections() {
        var sections = new LinkedHashMap<String, String>();
        sections.put("letters", """
                SELECT kind, number, holder, issued_at, replaced_at FROM letter WHERE delegate_id = ANY (:delegates)
                ORDER BY issued_at""");
        sections.put("letter_requests", """
                SELECT state, reason, asked_at, decided_at FROM letter_request WHERE delegate_id = ANY (:delegates)
                ORDER BY asked_at""");
        sections.put("absences", """
                SELECT days, reason, recorded_at, verified_at, withdrawn_at FROM absence
                WHERE delegate_id = ANY (:delegates) ORDER BY recorded_at""");
        sections.put(
                "attendance_confirmations",
                "SELECT ticks, said_at FROM call_back WHERE delegate_id = ANY (:delegates) ORDER BY said_at");
        sections.put("group_places", """
                SELECT sent_to, sent_at, seated_email FROM group_place WHERE delegate_id = ANY (:delegates)""");
        sections.put("invitations", """
                SELECT fee_key AS fee, email, created_at, opened_at, used_at FROM invitation
                WHERE conference_id = :conference AND (lower(email) = ANY (:emails) OR order_id = ANY (:orders))
                ORDER BY id""");
        sections.put("waiting_list", """
                SELECT status, name, email, country, wishes, joined_at, offered_at, ended_at FROM waiting_entry
                WHERE conference_id = :conference AND (lower(email) = ANY (:emails) OR order_id = ANY (:orders))
                ORDER BY id""");
        sections.put("approvals", """
                SELECT status, reason, message, asked_at, decided_at FROM approval WHERE order_id = ANY (:orders)""");
        sections.put("erasure_requests", """
                SELECT status, reason, asked_at, decided_at FROM erasure WHERE order_id = ANY (:orders) ORDER BY id""");
        return sections;
    }
}
