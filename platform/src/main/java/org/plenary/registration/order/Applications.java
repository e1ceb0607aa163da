package org.plenary.registration.order;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.form.Form;
import org.plenary.registration.form.FormDefinition.Field;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What the delegates of an order answered, for people to read. */
@Component
class Applications {
    private final OrderQueries queries;
    private final OrderDelegates delegates;
    private final Proposing proposing;

    Applications(OrderQueries queries, OrderDelegates delegates, Proposing proposing) {
        this.queries = queries;
        this.delegates = delegates;
        this.proposing = proposing;
    }

    record Answer(String label, String text) {}

    record Applicant(String name, String email, String country, String fee, List<Answer> answers) {}

    List<Applicant> of(ConferenceView conference, OrderRow order, Locale locale) {
        return queries.delegates(order.id()).stream()
                .flatMap(each -> delegates.find(order.id(), each.id()).stream())
                .map(delegate -> new Applicant(
                        delegate.name(),
                        delegate.email(),
                        delegate.country(),
                        delegate.fee(),
                        answers(proposing.form(conference, delegate), delegate.answers(), locale)))
                .toList();
    }

    private static List<Answer> answers(Form form, Map<String, JsonNode> answers, Locale locale) {
        return form.definition()
                .fields()
                .flatMap(field -> Optional.ofNullable(answers.get(field.key()))
                        .map(answer -> new Answer(field.label().in(locale), text(field, answer, locale)))
                        .stream())
                .toList();
    }

    private static String text(Field field, JsonNode answer, Locale locale) {
        if (answer.isArray())
            return answer.valueStream().map(each -> one(field, each, locale)).collect(Collectors.joining(", "));
        return answer.isObject() ? answer.path("name").asString("") : one(field, answer, locale);
    }

    private static String one(Field field, JsonNode answer, Locale locale) {
        var key = answer.asString("");
        return field.option(key).map(option -> option.label().in(locale)).orElse(key);
    }
}
