package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the pages of a cancellation, and has the words for them. */
@Component
class CancellationDesk {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String LINES = "lines";
    private static final String ALL = "all";

    private final Cancelling cancelling;
    private final PageErrors errors;
    private final Formats formats;
    private final MessageSource messages;
    private final Cancellations cancellations;

    CancellationDesk(
            Cancelling cancelling,
            PageErrors errors,
            Formats formats,
            MessageSource messages,
            Cancellations cancellations) {
        this.cancelling = cancelling;
        this.errors = errors;
        this.formats = formats;
        this.messages = messages;
        this.cancellations = cancellations;
    }

    /** @throws Problem.InvalidInput for what is no line's id */
    static @Nullable List<UUID> wanted(Posted posted) {
        if (posted.all(LINES).contains(ALL)) return null;
        var wanted = new ArrayList<UUID>();
        for (var line : posted.all(LINES)) {
            try {
                wanted.add(UUID.fromString(line));
            } catch (IllegalArgumentException e) {
                throw new Problem.InvalidInput("/lines", "unknown_line", "This order has no such line.");
            }
        }
        return wanted;
    }

    /** The lines that are left; a fee with the name of its delegate. */
    List<Choice> choices(UUID id, OrderView order, Locale locale) {
        var companions = cancellations.companions(id).keySet();
        return order.lines().stream()
                .filter(line -> !companions.contains(line.id()))
                .filter(line -> !line.cancelled() && !line.kind().equals(OrderLines.Line.KEPT))
                .map(line -> new Choice(line.id().toString(), label(order, line, locale)))
                .toList();
    }

    private String label(OrderView order, OrderView.Line line, Locale locale) {
        var text = line.counted()
                ? text("registration.register.quantity", locale, line.quantity(), line.description())
                : line.description();
        var delegate = order.delegates().stream()
                .filter(each -> each.id().equals(line.delegate()))
                .map(each -> each.name().isEmpty() ? text("registration.group.nameless", locale) : each.name())
                .findFirst();
        var price = formats.money(line.total());
        return delegate.map(name -> text("registration.cancel.line-of", locale, text, name, price))
                .orElseGet(() -> text("registration.cancel.line", locale, text, price));
    }

    /** @param isStaff others get back what the policy says */
    Flash cancel(OrderRow order, Posted posted, Locale locale, boolean isStaff) {
        var refund = isStaff ? posted.money("refund", order.total().getCurrencyUnit()) : null;
        posted.throwIfWrong();
        var asked = refund == null
                ? null
                : JSON.objectNode()
                        .put("amount", refund.getAmount().toPlainString())
                        .put("currency", refund.getCurrencyUnit().getCode());
        var lines = JSON.arrayNode();
        posted.all(LINES).forEach(lines::add);
        var isAll = lines.isEmpty() || posted.all(LINES).contains(ALL);
        var whole = cancelling.cancel(order.id(), new Cancelling.CancelOrder(isAll ? null : lines, asked), isStaff);
        return Flash.success(text(whole ? "registration.order.cancelled" : "registration.cancel.done", locale));
    }

    Map<String, String> nothingChosen(Locale locale) {
        return Map.of(LINES, text("registration.cancel.nothing", locale));
    }

    /** The lines are one field, whichever of them is meant. */
    Map<String, String> errors(Problem problem, Locale locale) {
        var placed = new LinkedHashMap<String, String>();
        errors.of(problem, locale)
                .forEach((field, message) -> placed.putIfAbsent(field.startsWith("lines.") ? LINES : field, message));
        return placed;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
