package org.plenary.registration.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.files.FileStore;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Violations;
import org.plenary.registration.Sellable;
import org.plenary.registration.form.AnswerRules;
import org.plenary.registration.form.Form;
import org.plenary.registration.form.Forms;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Works out what a change of a delegate's answers means. The rules and the options are those of the version that the answers
 * were given on; what was picked before keeps its price, what is new costs what it costs today.
 */
@Component
class Proposing {
    private static final int MAXIMUM_NAME = 200;

    private final Forms forms;
    private final AnswerRules rules;
    private final OrderLines lines;
    private final FileStore files;

    Proposing(Forms forms, AnswerRules rules, OrderLines lines, FileStore files) {
        this.forms = forms;
        this.rules = rules;
        this.lines = lines;
        this.files = files;
    }

    /**
     * What somebody wants of a delegate.
     *
     * @param person who it is from now on; null when it stays the same person
     */
    record Wanted(
            UUID delegate,
            Map<String, JsonNode> answers,
            @Nullable Person person) {}

    record Person(String name, String email) {}

    /** The form that a delegate's answers are changed on. */
    Form form(ConferenceView conference, OrderDelegates.Delegate delegate) {
        return forms.version(conference.id(), delegate.formVersion())
                .orElseGet(() -> delegate.formVersion() == 0
                        ? new Form(0, org.plenary.registration.form.FormDefinition.EMPTY)
                        : forms.newest(conference.id()));
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput naming everything that is wrong */
    Proposal propose(ConferenceView conference, OrderRow order, OrderDelegates.Delegate delegate, Wanted wanted) {
        var found = new Violations();
        var person = wanted.person();
        if (person != null) {
            found.text("/name", person.name(), MAXIMUM_NAME);
            found.email("/email", person.email());
        }
        var form = form(conference, delegate);
        var given = withTokens(delegate, wanted.answers(), person != null);
        var checked = rules.check(form.definition(), form.definition(), given, "/answers", found);
        var live = lines.of(order).stream()
                .filter(line -> !line.isCancelled() && delegate.id().equals(line.delegate()))
                .toList();
        var options = options(live);
        var add = new ArrayList<Quote.Line>();
        var newest = forms.newest(conference.id()).definition();
        for (var pick : checked.picked()) {
            var key = Forms.stockKey(pick.field(), pick.option());
            if (options.remove(key) != null || wasPicked(delegate, pick)) continue;
            var option = newest.field(pick.field().key())
                    .flatMap(field -> field.option(pick.option().key()));
            if (option.isEmpty()) {
                found.add(pick.pointer(), "not_offered", "This option is not offered.");
                continue;
            }
            var price = option.get().price() == null
                    ? Money.zero(conference.currency())
                    : option.get().price();
            if (price.isZero() && option.get().capacity() == null) continue;
            var text = pick.field().label().in(order.locale()) + ": "
                    + option.get().label().in(order.locale());
            add.add(new Quote.Line(
                    Ids.next(),
                    "option",
                    text,
                    1,
                    price,
                    price,
                    taxRate(live),
                    List.of(new Sellable.Take(key, 1, pick.pointer())),
                    delegate.id()));
        }
        found.throwIfAny();
        return proposal(order, delegate, form, checked.answers(), person, add, List.copyOf(options.values()));
    }

    private static Proposal proposal(
            OrderRow order,
            OrderDelegates.Delegate delegate,
            Form form,
            Map<String, JsonNode> answers,
            @Nullable Person person,
            List<Quote.Line> add,
            List<OrderLines.Line> removed) {
        var contact = person == null
                ? new Contact(delegate.name(), delegate.email(), delegate.country())
                : new Contact(person.name().strip(), person.email().strip(), delegate.country());
        var told = PersonOfAnswers.of(form.definition(), answers, contact);
        return new Proposal(
                delegate.id(),
                person != null,
                form.version(),
                person == null ? told.name() : contact.name(),
                person == null ? told.email() : contact.email(),
                told.country(),
                answers,
                List.copyOf(add),
                removed.stream().map(OrderLines.Line::id).toList(),
                OrderLines.takes(removed),
                removed.stream()
                        .map(OrderLines.Line::total)
                        .reduce(Money.zero(order.total().getCurrencyUnit()), Money::plus));
    }

    /** The delegate's lines of options, by what they use up. */
    private static Map<String, OrderLines.Line> options(List<OrderLines.Line> live) {
        var options = new HashMap<String, OrderLines.Line>();
        live.stream()
                .filter(OrderLines.Line::isOption)
                .forEach(line -> line.takes().keySet().stream()
                        .filter(key -> key.startsWith("option:"))
                        .forEach(key -> options.put(key, line)));
        return options;
    }

    /** What was free when it was picked stays so. */
    private static boolean wasPicked(OrderDelegates.Delegate delegate, AnswerRules.Picked pick) {
        var before = delegate.answers().get(pick.field().key());
        if (before == null) return false;
        var key = pick.option().key();
        return before.isArray()
                ? before.valueStream().anyMatch(each -> each.asString("").equals(key))
                : before.asString("").equals(key);
    }

    private static BigDecimal taxRate(List<OrderLines.Line> live) {
        return live.stream()
                .filter(OrderLines.Line::isFee)
                .map(OrderLines.Line::taxRate)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** A file that is there already is named by a token, as one that comes is; somebody else's is not handed on. */
    private Map<String, JsonNode> withTokens(
            OrderDelegates.Delegate delegate, Map<String, JsonNode> answers, boolean isTransfer) {
        var given = new LinkedHashMap<>(answers);
        if (isTransfer) return given;
        given.replaceAll((key, answer) -> {
            var kept = delegate.answers().get(key);
            var file = kept == null ? "" : kept.path("file").asString("");
            return !file.isEmpty() && answer.asString("").equals(file)
                    ? JsonNodeFactory.instance.stringNode(files.token(UUID.fromString(file)))
                    : answer;
        });
        return given;
    }
}
