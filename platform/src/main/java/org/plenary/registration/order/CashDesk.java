package org.plenary.registration.order;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Callers;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.payments.DeskPayments;
import org.plenary.payments.DeskPayments.Cashier;
import org.plenary.payments.DeskPayments.Method;
import org.plenary.payments.DeskPayments.Receipt;
import org.plenary.payments.DeskPayments.Return;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reads the cashier's pages, and has the words for them. */
@Component
class CashDesk {
    private final DeskPaying paying;
    private final DeskTaking taking;
    private final DeskPayments desk;
    private final More more;
    private final Words words;

    CashDesk(DeskPaying paying, DeskTaking taking, DeskPayments desk, More more, Words words) {
        this.paying = paying;
        this.taking = taking;
        this.desk = desk;
        this.more = more;
        this.words = words;
    }

    /** Where orders come from, and what is open of them. */
    @Component
    record More(Origins origins, Balances balances) {}

    /** Who stands at the desk, and how they are spoken to. */
    @Component
    record Words(Callers callers, PageErrors errors, Formats formats, MessageSource messages) {
        Cashier cashier() {
            var caller = callers.current();
            return new Cashier(caller.id(), caller.name());
        }

        String text(String key, Locale locale, Object... arguments) {
            return messages.getMessage(key, arguments, locale);
        }
    }

    /** What is left to pay, in cash: the most likely, so that the Enter key takes it. */
    Posted blank(OrderRow order) {
        return Posted.empty()
                .set("key", Ids.next())
                .set("method", Method.CASH.wire())
                .set("amount", due(order).left());
    }

    DeskDue due(OrderRow order) {
        return more.balances().due(order, receipts(order));
    }

    List<Receipt> receipts(OrderRow order) {
        return desk.of(order.id());
    }

    List<Return> returns(OrderRow order) {
        return desk.returns(order.id());
    }

    Origins.Origin origin(OrderRow order) {
        return more.origins().of(order.id());
    }

    Receipt take(ConferenceView conference, OrderRow order, Posted form) {
        var amount = form.money("amount", order.total().getCurrencyUnit());
        form.throwIfWrong();
        return paying.take(
                conference,
                order.id(),
                new DeskPaying.TakeMoney(
                        key(form),
                        Method.of(form.get("method")).orElse(null),
                        amount,
                        form.text("proof"),
                        words.cashier()));
    }

    private static UUID key(Posted form) {
        try {
            return UUID.fromString(form.get("key"));
        } catch (IllegalArgumentException e) {
            throw new Problem.InvalidInput("/key", "unknown_form", "This form was not made by the page.");
        }
    }

    Flash taken(Receipt receipt, Locale locale) {
        return Flash.success(words.text(
                "registration.desk.taken", locale, words.formats().money(receipt.amount()), receipt.number()));
    }

    Flash cancel(OrderRow order, UUID receipt, String reason, Locale locale) {
        var cancelled = taking.cancel(order.id(), receipt, reason, words.cashier());
        return Flash.success(words.text("registration.desk.voided", locale, cancelled.number()));
    }

    Flash handOut(OrderRow order, UUID returning, Locale locale) {
        taking.handedOut(order.id(), returning, words.cashier());
        return Flash.success(words.text("registration.desk.handed-out", locale));
    }

    Map<String, String> errors(Problem problem, Locale locale) {
        return words.errors().of(problem, locale);
    }

    List<Choice> methods(Locale locale) {
        return Arrays.stream(Method.values())
                .map(each -> new Choice(
                        each.wire(),
                        words.text("registration.desk.method-" + each.wire().replace('_', '-'), locale)))
                .toList();
    }
}
