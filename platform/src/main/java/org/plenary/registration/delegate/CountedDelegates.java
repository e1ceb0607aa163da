package org.plenary.registration.delegate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.Form;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.kernel.Languages;
import org.plenary.kernel.LocalizedText;
import org.plenary.registration.DelegateNumbers;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.fee.Fees;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts confirmed delegates, in a few statements whatever their number. */
@Component
class CountedDelegates implements DelegateNumbers {
    private final JdbcClient jdbc;
    private final Forms forms;
    private final Fees fees;

    CountedDelegates(JdbcClient jdbc, Forms forms, Fees fees) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.fees = fees;
    }

    private record Offered(Count count, @Nullable LocalizedText category) {}

    @Override
    @Transactional(readOnly = true)
    public Numbers of(ConferenceView conference) {
        var byFee = counts("d.fee_key", conference.id());
        var answered = forms.answered(Purpose.REGISTRATION, conference.id());
        var byOrigin = counts(Origin.sql(conference, answered), conference.id());
        var all = fees.all(conference.id());
        var offered = all.stream()
                .map(fee ->
                        new Offered(new Count(fee.key(), fee.name(), byFee.getOrDefault(fee.key(), 0)), fee.category()))
                .toList();
        return new Numbers(
                byOrigin.getOrDefault(Origin.DOMESTIC, 0),
                byOrigin.getOrDefault(Origin.FOREIGN, 0),
                countries(conference.id()),
                categories(offered),
                offered.stream().map(Offered::count).toList(),
                rights(all, byFee),
                questions(conference.id(), answered));
    }

    private static List<Count> categories(List<Offered> offered) {
        var sums = new LinkedHashMap<String, Count>();
        for (var fee : offered) {
            var category = fee.category();
            if (category == null) continue;
            var key = category.in(Languages.ENGLISH);
            var before = sums.get(key);
            var sum = fee.count().delegates() + (before == null ? 0 : before.delegates());
            sums.put(key, new Count(key, category, sum));
        }
        return List.copyOf(sums.values());
    }

    /** None while every fee gives all of them: that would say nothing. */
    private static List<Count> rights(List<Fee> all, Map<String, Integer> byFee) {
        var rights = Fee.Right.values();
        if (all.stream().allMatch(fee -> fee.terms().rights().size() == rights.length)) return List.of();
        return Arrays.stream(rights)
                .map(right -> new Count(
                        right.wire(),
                        LocalizedText.of(right.wire()),
                        all.stream()
                                .filter(fee -> fee.terms().rights().contains(right))
                                .mapToInt(fee -> byFee.getOrDefault(fee.key(), 0))
                                .sum()))
                .toList();
    }

    private List<Count> countries(UUID conference) {
        var most = Comparator.comparingInt(Count::delegates).reversed();
        return counts("CAST(d.country AS text)", conference).entrySet().stream()
                .map(entry -> new Count(entry.getKey(), LocalizedText.of(entry.getKey()), entry.getValue()))
                .sorted(most.thenComparing(count -> Locale.of("", count.key()).getDisplayCountry(Locale.ENGLISH)))
                .toList();
    }

    private Map<String, Integer> counts(String column, UUID conference) {
        var counts = new HashMap<String, Integer>();
        jdbc.sql("SELECT " + column + ", count(*) FROM delegate d"
                        + " WHERE d.conference_id = :conference AND d.status = 'confirmed' GROUP BY 1")
                .param("conference", conference)
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    /** One pass over the answers for all questions. */
    private List<Question> questions(UUID conference, List<Form> answered) {
        var fields = choices(answered);
        if (fields.isEmpty()) return List.of();
        var counts = new HashMap<String, Map<String, Integer>>();
        jdbc.sql("""
                SELECT a.key, v.value, count(*) FROM delegate d, jsonb_each(d.answers) AS a,
                    jsonb_array_elements_text(
                        CASE jsonb_typeof(a.value) WHEN 'array' THEN a.value ELSE jsonb_build_array(a.value) END) AS v
                WHERE d.conference_id = :conference AND d.status = 'confirmed' AND a.key IN (:keys)
                GROUP BY 1, 2""")
                .param("conference", conference)
                .param("keys", fields.keySet())
                .query(row -> {
                    counts.computeIfAbsent(row.getString(1), _ -> new HashMap<>())
                            .put(row.getString(2), row.getInt(3));
                });
        return fields.values().stream()
                .map(field -> question(field, counts.getOrDefault(field.key(), Map.of())))
                .toList();
    }

    private Map<String, Field> choices(List<Form> answered) {
        var fields = new LinkedHashMap<String, Field>();
        answered.forEach(form -> form.definition()
                .fields()
                .filter(field -> field.type().offersOptions())
                .forEach(field -> fields.putIfAbsent(field.key(), field)));
        return fields;
    }

    /** Options that are not offered any more stand behind, by their keys. */
    private static Question question(Field field, Map<String, Integer> counts) {
        var left = new TreeMap<>(counts);
        var answers = new ArrayList<Count>();
        field.options().forEach(option -> {
            var count = left.remove(option.key());
            answers.add(new Count(option.key(), option.label(), count == null ? 0 : count));
        });
        left.forEach((key, count) -> answers.add(new Count(key, LocalizedText.of(key), count)));
        return new Question(field.key(), field.label(), answers);
    }
}
