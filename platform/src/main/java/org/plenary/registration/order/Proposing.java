package org.plenary.registration.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.files.FileStore;
import org.plenary.forms.AnswerRules;
import org.plenary.forms.AnsweredForm;
import org.plenary.forms.Form;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.registration.fee.Fee;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Works out what a change of a delegate means. The rules are those of the version of the form that the answers were given on; what
 * was picked before stays on offer and keeps its price.
 */
@Component
class Proposing {
    private static final int MAXIMUM_NAME = 200;

    private final Forms forms;
    private final AnswerRules rules;
    private final OrderLines lines;
    private final FileStore files;
    private final Tariffs tariffs;

    Proposing(Forms forms, AnswerRules rules, OrderLines lines, FileStore files, Tariffs tariffs) {
        this.forms = forms;
        this.rules = rules;
        this.lines = lines;
        this.files = files;
        this.tariffs = tariffs;
    }

    /**
     * What somebody wants of a delegate.
     *
     * @param person who it is from now on; null when it stays the same person
     * @param fee key of the one from now on; null when it stays the same
     */
    record Wanted(
            UUID delegate,
            Map<String, JsonNode> answers,
            @Nullable Person person,
            @Nullable String fee) {
        Wanted(UUID delegate, Map<String, JsonNode> answers, @Nullable Person person) {
            this(delegate, answers, person, null);
        }

        /** The fee, when it is to be another one. */
        @Nullable
        String otherFee(OrderDelegates.Delegate delegate) {
            return fee == null || fee.equals(delegate.fee()) ? null : fee;
        }
    }

    record Person(String name, String email) {}

    /** The form that a delegate's answers are changed on. */
    Form form(ConferenceView conference, OrderDelegates.Delegate delegate) {
        var newest = forms.newest(Purpose.REGISTRATION, conference.id());
        var given = delegate.formVersion() == 0
                ? new Form(0, FormDefinition.EMPTY)
                : forms.version(Purpose.REGISTRATION, conference.id(), delegate.formVersion())
                        .orElse(newest);
        return new Form(given.version(), AnsweredForm.of(given.definition(), newest.definition(), delegate.answers()));
    }

    /**
     * @param isStaff whether what is for staff only is answered, too
     * @throws Problem.InvalidInput naming everything that is wrong
     */
    Proposal propose(
            ConferenceView main, OrderRow order, OrderDelegates.Delegate delegate, Wanted wanted, boolean isStaff) {
        var conference = main.in(order.total().getCurrencyUnit());
        var found = new Violations();
        var person = wanted.person();
        if (person != null) {
            found.text("/name", person.name(), MAXIMUM_NAME);
            found.email("/email", person.email());
        }
        var otherFee = wanted.otherFee(delegate);
        var tariff = tariff(conference, order, otherFee == null ? delegate.fee() : otherFee, found);
        var repricing =
                new Repricing(live(order, delegate), delegate, new AnswerLines(conference, tariff, order.locale()));
        var fee = otherFee == null ? known(tariff, delegate.fee()) : other(tariff, otherFee, repricing, isStaff);
        var form = form(conference, delegate);
        var answers = answers(conference, form, delegate, wanted, fee, repricing, isStaff, found);
        found.throwIfAny();
        tariff.requireOpen();
        return proposal(order, delegate, form, answers, wanted, repricing);
    }

    private Tariff tariff(ConferenceView conference, OrderRow order, String fee, Violations found) {
        var wish = new PlaceOrder.DelegateWish(fee, Map.of(), null);
        var tag = order.locale().toLanguageTag();
        var cart = PlaceOrder.of(order.contact(), List.of(wish), null, tag);
        return tariffs.of(conference, cart, order.locale(), found, tariffs.today(conference));
    }

    private List<OrderLines.Line> live(OrderRow order, OrderDelegates.Delegate delegate) {
        return lines.of(order).stream()
                .filter(line -> !line.isCancelled() && delegate.id().equals(line.delegate()))
                .toList();
    }

    private static Fee known(Tariff tariff, String key) {
        return tariff.known(key).orElseThrow(() -> new Problem.NotFound("This fee"));
    }

    /** Staff need no code. Null for a fee that is refused. */
    private static @Nullable Fee other(Tariff tariff, String key, Repricing repricing, boolean isStaff) {
        var fee = isStaff ? tariff.onSale("/fee", key) : tariff.fee("/fee", key);
        if (fee != null) repricing.fee(fee, tariff.price(fee, "/fee"));
        return fee;
    }

    private Map<String, JsonNode> answers(
            ConferenceView conference,
            Form form,
            OrderDelegates.Delegate delegate,
            Wanted wanted,
            @Nullable Fee fee,
            Repricing repricing,
            boolean isStaff,
            Violations found) {
        var groups = fee == null ? Set.<String>of() : fee.groups();
        var asked =
                new AnswerRules.Asked(form.definition(), form.definition(), groups, tariffs.today(conference), isStaff);
        var given = withTokens(delegate, wanted.answers(), wanted.person() != null);
        var checked = rules.check(asked, given, "/answers", found);
        var kept = new LinkedHashMap<>(checked.answers());
        if (!isStaff && wanted.person() == null) kept.putAll(notes(form, delegate));
        if (fee == null) return kept;
        repricing.options(checked.picked(), fee);
        var brought = checked.brought().stream()
                .collect(Collectors.toMap(each -> each.field().key(), AnswerRules.Brought::persons));
        form.definition()
                .fields()
                .filter(field -> field.accompanying() != null)
                .forEach(field -> repricing.persons(field, brought.getOrDefault(field.key(), 0), fee));
        return kept;
    }

    /** What staff noted of a delegate stays when the delegate changes the rest. */
    private static Map<String, JsonNode> notes(Form form, OrderDelegates.Delegate delegate) {
        var notes = new LinkedHashMap<String, JsonNode>();
        form.definition()
                .fields()
                .filter(FormDefinition.Field::hiddenFromDelegates)
                .map(FormDefinition.Field::key)
                .filter(delegate.answers()::containsKey)
                .forEach(key -> notes.put(key, delegate.answers().get(key)));
        return notes;
    }

    private static Proposal proposal(
            OrderRow order,
            OrderDelegates.Delegate delegate,
            Form form,
            Map<String, JsonNode> answers,
            Wanted wanted,
            Repricing repricing) {
        var person = wanted.person();
        var contact = person == null
                ? new Contact(delegate.name(), delegate.email(), delegate.country())
                : new Contact(person.name().strip(), person.email().strip(), delegate.country());
        var told = PersonOfAnswers.of(form.definition(), answers, contact);
        var otherFee = wanted.otherFee(delegate);
        return new Proposal(
                delegate.id(),
                person != null,
                otherFee == null ? delegate.fee() : otherFee,
                form.version(),
                person == null ? told.name() : contact.name(),
                person == null ? told.email() : contact.email(),
                told.country(),
                answers,
                repricing.add(),
                repricing.remove().stream().map(OrderLines.Line::id).toList(),
                repricing.worth(Money.zero(order.total().getCurrencyUnit())));
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
