package org.plenary.registration.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.AnsweredForm;
import org.plenary.forms.AskedView;
import org.plenary.forms.Form;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.PostedAnswers;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.springframework.stereotype.Component;
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
    private final Shown shown;
    private final PageErrors pageErrors;

    ChangeDesk(Proposing proposing, OrderDelegates delegates, OrderLines lines, Shown shown, PageErrors pageErrors) {
        this.proposing = proposing;
        this.delegates = delegates;
        this.lines = lines;
        this.shown = shown;
        this.pageErrors = pageErrors;
    }

    /** What the pages show. */
    @Component("shownOfChanges")
    record Shown(CartView cart, FeeChoices fees) {}

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

    /** What was sent, after what its update button asks for. */
    CartForm cart(ChangeScreens.Page page, MultiValueMap<String, String> values) {
        return CartForm.of(values, page.form(), shown.cart().groups(page.conference()));
    }

    List<AskedView.Section> sections(ChangeScreens.Page page, CartForm cart, Locale locale) {
        var own = own(page.delegate(), page.form());
        return shown.cart().sections(page.conference(), cart, page.form(), own, page.staff(), locale);
    }

    List<Choice> fees(ChangeScreens.Page page, Locale locale) {
        return shown.fees().of(page.conference(), page.order(), page.delegate(), page.staff(), locale);
    }

    /** The options that the delegate has picked. */
    private static Set<String> own(OrderDelegates.Delegate delegate, Form form) {
        return form.definition()
                .fields()
                .flatMap(field -> field.options().stream()
                        .filter(option ->
                                AnsweredForm.isPicked(delegate.answers().get(field.key()), option))
                        .map(option -> FormDefinition.optionKey(field, option)))
                .collect(Collectors.toSet());
    }

    String live(CartForm cart, Form form) {
        return shown.cart().live(cart, form);
    }

    /** The answers as they are; of a place that is passed on only what was paid for. */
    MultiValueMap<String, String> filled(ChangeScreens.Page page) {
        var delegate = page.delegate();
        var posted = Posted.empty();
        posted.set(AT + "at", "0").set(AT + "fee", delegate.fee());
        var answers = new LinkedHashMap<>(delegate.answers());
        if (page.transfer()) answers.keySet().retainAll(paidFor(page.order(), delegate));
        var form = page.form().definition();
        PostedAnswers.fill(page.staff() ? form : form.withoutStaffOnly(), posted, ANSWERS, answers);
        return posted.values();
    }

    /** The fields whose answers have lines of their own. */
    private Set<String> paidFor(OrderRow order, OrderDelegates.Delegate delegate) {
        return lines.of(order).stream()
                .filter(line ->
                        line.isOption() && !line.isCancelled() && delegate.id().equals(line.delegate()))
                .flatMap(line -> Stream.concat(
                        Stream.ofNullable(line.field()),
                        line.takes().keySet().stream()
                                .filter(key -> key.startsWith("option:"))
                                .map(key -> key.split(":", 3)[1])))
                .collect(Collectors.toSet());
    }

    /** What the page asks for, in the words of the use case. */
    Proposing.Wanted wanted(ChangeScreens.Page page, CartForm cart) {
        var answers = cart.asked(0, page.staff());
        var person = page.transfer() ? person(page.form(), answers, cart.posted()) : null;
        return new Proposing.Wanted(page.delegate().id(), answers, person, page.transfer() ? null : cart.fee(0));
    }

    /** Who it is, is asked apart only where the form does not ask for it. */
    private static Proposing.Person person(Form form, Map<String, JsonNode> answers, Posted posted) {
        var told = PersonOfAnswers.of(form.definition(), answers, null);
        return new Proposing.Person(
                PersonOfAnswers.asksName(form.definition()) ? told.name() : posted.get("name"),
                PersonOfAnswers.asksEmail(form.definition()) ? told.email() : posted.get("email"));
    }

    /** Messages beside the inputs. Where the form asks who somebody is, its own field says what is wrong with that. */
    Map<String, String> errors(ChangeScreens.Page page, Problem problem, Locale locale) {
        var definition = page.form().definition();
        var placed = new LinkedHashMap<String, String>();
        pageErrors.of(problem, locale).forEach((field, message) -> placed.put(place(field), message));
        if (PersonOfAnswers.asksName(definition)) placed.remove("name");
        if (PersonOfAnswers.asksEmail(definition)) placed.remove("email");
        return placed;
    }

    private static String place(String field) {
        return field.startsWith("answers.") || field.equals("fee") ? AT + field : field;
    }

    /** What the reader agreed to, so that another price asks again. */
    static String agreement(Changing.@Nullable Preview preview) {
        return preview == null
                ? ""
                : preview.due().getAmountMinorLong() + ":" + preview.back().getAmountMinorLong();
    }
}
