package org.plenary.registration.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.PageErrors;
import org.plenary.registration.form.AnswerRules;
import org.plenary.registration.form.Form;
import org.plenary.registration.form.Posted;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/**
 * Fills and reads the pages on which a delegate of an order is changed. They are drawn as the registration page's only delegate,
 * so their inputs are named as there.
 */
@Component
class ChangeDesk {
    private static final String AT = "delegates.0.";
    private static final String ANSWERS = AT + "answers.";

    private final Proposing proposing;
    private final OrderDelegates delegates;
    private final OrderLines lines;
    private final CartView cartView;
    private final PageErrors pageErrors;

    ChangeDesk(
            Proposing proposing, OrderDelegates delegates, OrderLines lines, CartView cartView, PageErrors pageErrors) {
        this.proposing = proposing;
        this.delegates = delegates;
        this.lines = lines;
        this.cartView = cartView;
        this.pageErrors = pageErrors;
    }

    /** @throws Problem.NotFound also for one who is cancelled */
    OrderDelegates.Delegate delegate(OrderRow order, UUID id) {
        return delegates
                .find(order.id(), id)
                .filter(OrderDelegates.Delegate::isLive)
                .orElseThrow(() -> new Problem.NotFound("This delegate"));
    }

    Form form(ConferenceView conference, OrderDelegates.Delegate delegate) {
        return proposing.form(conference, delegate);
    }

    List<CartView.SectionView> sections(
            ConferenceView conference, Form form, MultiValueMap<String, String> values, Locale locale) {
        return cartView.delegates(conference, CartForm.of(values, form), form, locale)
                .getFirst()
                .sections();
    }

    /** The answers as they are; of a place that is passed on only what was paid for. */
    MultiValueMap<String, String> filled(OrderRow order, OrderDelegates.Delegate delegate, boolean isTransfer) {
        var values = new LinkedMultiValueMap<String, String>();
        values.set(AT + "at", "0");
        values.set(AT + "fee", delegate.fee());
        var paid = lines.of(order).stream()
                .filter(line ->
                        line.isOption() && !line.isCancelled() && delegate.id().equals(line.delegate()))
                .flatMap(line -> line.takes().keySet().stream())
                .toList();
        delegate.answers().forEach((field, answer) -> {
            if (!isTransfer || paid.stream().anyMatch(key -> key.startsWith("option:" + field + ":")))
                fill(values, ANSWERS + field, answer);
        });
        return values;
    }

    private static void fill(MultiValueMap<String, String> values, String name, JsonNode answer) {
        if (answer.isArray()) answer.forEach(each -> values.add(name, each.asString()));
        else if (answer.isObject()) values.set(name, answer.path("file").asString(""));
        else values.set(name, answer.asString());
    }

    /** What the page asks for, in the words of the use case. */
    Proposing.Wanted wanted(
            OrderDelegates.Delegate delegate, Form form, MultiValueMap<String, String> values, boolean isTransfer) {
        var cart = CartForm.of(values, form);
        var answers = AnswerRules.withoutInvisible(form.definition(), cart.answers(0));
        var person = isTransfer ? person(form, answers, cart.posted()) : null;
        return new Proposing.Wanted(delegate.id(), answers, person);
    }

    /** Who it is, is asked apart only where the form does not ask for it. */
    private static Proposing.Person person(Form form, Map<String, JsonNode> answers, Posted posted) {
        var told = PersonOfAnswers.of(form.definition(), answers, null);
        return new Proposing.Person(
                PersonOfAnswers.asksName(form.definition()) ? told.name() : posted.get("name"),
                PersonOfAnswers.asksEmail(form.definition()) ? told.email() : posted.get("email"));
    }

    /** Messages beside the inputs. */
    Map<String, String> errors(Problem problem, Locale locale) {
        var placed = new LinkedHashMap<String, String>();
        pageErrors.of(problem, locale).forEach((field, message) -> placed.put(place(field), message));
        return placed;
    }

    private static String place(String field) {
        return field.startsWith("answers.") ? AT + field : field;
    }

    /** What the reader agreed to, so that another price asks again. */
    static String agreement(Changing.@Nullable Preview preview) {
        return preview == null
                ? ""
                : preview.due().getAmountMinorLong() + ":" + preview.back().getAmountMinorLong();
    }
}
