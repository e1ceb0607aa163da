package org.plenary.registration.delegate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.FieldType;
import org.plenary.forms.Form;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.kernel.Languages;
import org.plenary.registration.delegate.DuplicateSearch.Candidate;
import org.plenary.registration.delegate.DuplicateSearch.Suspicion;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who takes part, or is about to, and may be registered twice. */
@Component
class Duplicates {
    /** The newest of more are looked through. */
    static final int MOST = 20_000;

    private final JdbcClient jdbc;
    private final Forms forms;
    private final DistinctDelegates distinct;
    private final MessageSource messages;

    Duplicates(JdbcClient jdbc, Forms forms, DistinctDelegates distinct, MessageSource messages) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.distinct = distinct;
        this.messages = messages;
    }

    /** @param toldApart how many pairs are left out because somebody said that they are two */
    record Report(List<Suspicion> suspicions, int toldApart) {}

    /** @param isToldApart whether instead those are wanted of whom somebody said that they are two */
    @Transactional(readOnly = true)
    public Report of(ConferenceView conference, boolean isToldApart) {
        var candidates = candidates(conference);
        var apart = distinct.all(conference.id());
        var all = DuplicateSearch.among(candidates);
        var wanted = all.stream()
                .filter(each -> apart.contains(each.pair()) == isToldApart)
                .toList();
        return new Report(wanted, isToldApart ? wanted.size() : all.size() - wanted.size());
    }

    private List<Candidate> candidates(ConferenceView conference) {
        var bound = new Bound();
        var answered = forms.answered(Purpose.REGISTRATION, conference.id());
        return jdbc.sql(
                        "SELECT d.id, d.order_id, o.code, d.name, d.email, d.country, d.fee_key, d.status, o.created_at, "
                                + first(affiliations(answered, bound)) + ", " + first(passports(answered, bound))
                                + " FROM delegate d JOIN orders o ON o.id = d.order_id WHERE d.conference_id = "
                                + bound.name(conference.id())
                                + " AND d.status IN ('pending', 'confirmed') AND d.name <> '' ORDER BY d.id DESC LIMIT "
                                + bound.name(MOST))
                .params(bound.values())
                .query((row, n) -> new Candidate(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getTimestamp(9).toInstant(),
                        row.getString(10),
                        row.getString(11)))
                .list();
    }

    private static String first(List<String> values) {
        return values.stream().map(value -> value + ", ").collect(Collectors.joining("", "coalesce(", "'')"));
    }

    private List<String> affiliations(List<Form> answered, Bound bound) {
        var names = names("registration.duplicates.names-affiliation");
        return fields(answered)
                .filter(field -> field.type() == FieldType.TEXT && isCalled(field, names))
                .map(Field::key)
                .distinct()
                .map(key -> "d.answers ->> CAST(" + bound.name(key) + " AS text)")
                .toList();
    }

    private List<String> passports(List<Form> answered, Bound bound) {
        var names = names("registration.duplicates.names-passport");
        var values = new ArrayList<String>();
        fields(answered)
                .filter(field -> field.type() == FieldType.PASSPORT)
                .map(Field::key)
                .distinct()
                .forEach(key -> values.add("d.answers -> CAST(" + bound.name(key) + " AS text) ->> 'number'"));
        fields(answered)
                .filter(field -> field.type() == FieldType.TEXT && isCalled(field, names))
                .map(Field::key)
                .distinct()
                .forEach(key -> values.add("d.answers ->> CAST(" + bound.name(key) + " AS text)"));
        return values;
    }

    private static Stream<Field> fields(List<Form> answered) {
        return answered.stream().flatMap(form -> form.definition().fields());
    }

    private static boolean isCalled(Field field, Set<String> names) {
        return names.contains(ImportMapping.plain(field.key()))
                || Languages.ALL.stream()
                        .anyMatch(each ->
                                names.contains(ImportMapping.plain(field.label().in(each))));
    }

    /** What people call such a question, in all our languages. */
    private Set<String> names(String key) {
        return Languages.ALL.stream()
                .flatMap(each -> Stream.of(messages.getMessage(key, null, each).split("[,，]")))
                .map(ImportMapping::plain)
                .collect(Collectors.toSet());
    }
}
