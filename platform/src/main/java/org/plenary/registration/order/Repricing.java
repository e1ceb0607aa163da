package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.AnswerRules;
import org.plenary.forms.AnsweredForm;
import org.plenary.forms.FormDefinition;
import org.plenary.kernel.Ids;
import org.plenary.registration.fee.Fee;
import tools.jackson.databind.JsonNode;

/**
 * What other answers of a delegate, or another fee, change of an order's lines. What stays keeps its price; what is new costs what
 * it costs today.
 */
final class Repricing {
    private final List<OrderLines.Line> live;
    private final OrderDelegates.Delegate delegate;
    private final AnswerLines sold;
    private final List<Quote.Line> add = new ArrayList<>();
    private final List<OrderLines.Line> remove = new ArrayList<>();

    /** @param live the delegate's lines that are not cancelled */
    Repricing(List<OrderLines.Line> live, OrderDelegates.Delegate delegate, AnswerLines sold) {
        this.live = live;
        this.delegate = delegate;
        this.sold = sold;
    }

    List<Quote.Line> add() {
        return List.copyOf(add);
    }

    List<OrderLines.Line> remove() {
        return List.copyOf(remove);
    }

    void fee(Fee fee, Tariff.Priced priced) {
        live.stream().filter(OrderLines.Line::isFee).forEach(remove::add);
        add.add(sold.fee(fee, priced, delegate.id()));
    }

    void options(List<AnswerRules.Picked> picked, Fee fee) {
        var ordered = ordered();
        for (var pick : picked) {
            var key = FormDefinition.optionKey(pick.field(), pick.option());
            // what was free when it was picked stays so
            if (ordered.remove(key) != null || AnsweredForm.isPicked(before(pick.field()), pick.option())) continue;
            sold.option(pick, fee, delegate.id()).ifPresent(add::add);
        }
        remove.addAll(ordered.values());
    }

    /** The delegate's lines of options, by what they use up. */
    private Map<String, OrderLines.Line> ordered() {
        var ordered = new LinkedHashMap<String, OrderLines.Line>();
        live.stream()
                .filter(OrderLines.Line::isOption)
                .forEach(line -> line.takes().keySet().stream()
                        .filter(key -> key.startsWith("option:"))
                        .forEach(key -> ordered.put(key, line)));
        return ordered;
    }

    /** @param asked the field, as it is sold today; @param now how many come along from now on */
    void persons(FormDefinition.Field asked, int now, Fee fee) {
        var before = AnsweredForm.count(before(asked));
        if (now > before)
            sold.persons(asked, now - before, fee, delegate.id(), "/answers/" + asked.key())
                    .ifPresent(add::add);
        var gone = before - now;
        for (var line : linesOf(asked).reversed()) {
            if (gone <= 0) return;
            remove.add(line);
            if (line.quantity() > gone) add.add(rest(line, line.quantity() - gone));
            gone -= line.quantity();
        }
    }

    /** Lines of earlier versions do not say which field they were sold for. */
    private List<OrderLines.Line> linesOf(FormDefinition.Field field) {
        return live.stream()
                .filter(line -> line.isForPersons()
                        && (line.field() == null || field.key().equals(line.field())))
                .toList();
    }

    private static Quote.Line rest(OrderLines.Line line, int quantity) {
        return new Quote.Line(
                Ids.next(),
                line.kind(),
                line.description(),
                quantity,
                line.unitPrice(),
                line.unitPrice().multipliedBy(quantity),
                line.taxRate(),
                List.of(),
                line.delegate(),
                line.listed(),
                null,
                line.taxNote(),
                line.field());
    }

    private @Nullable JsonNode before(FormDefinition.Field field) {
        return delegate.answers().get(field.key());
    }

    /** What the lines that go cost. */
    Money worth(Money nothing) {
        return remove.stream().map(OrderLines.Line::total).reduce(nothing, Money::plus);
    }
}
