package org.plenary.registration.order;

import java.util.List;
import java.util.Locale;
import org.plenary.forms.AnswerWords;
import org.springframework.stereotype.Component;

/** What the delegates of an order answered, for those who decide on it. Nobody needs a passport for that. */
@Component
class Applications {
    private final OrderQueries queries;
    private final DelegateAnswers answers;

    Applications(OrderQueries queries, DelegateAnswers answers) {
        this.queries = queries;
        this.answers = answers;
    }

    record Applicant(String name, String email, String country, String fee, List<AnswerWords.Row> answers) {}

    List<Applicant> of(OrderRow order, Locale locale) {
        var answered = answers.of(order.id(), true, locale);
        return queries.delegates(order.id()).stream()
                .map(delegate -> new Applicant(
                        delegate.name(),
                        delegate.email(),
                        delegate.country(),
                        delegate.fee(),
                        answered.getOrDefault(delegate.id(), List.of()).stream()
                                .filter(row -> !row.isPassport())
                                .toList()))
                .toList();
    }
}
