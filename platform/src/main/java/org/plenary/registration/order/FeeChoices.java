package org.plenary.registration.order;

import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Choice;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The fees that a delegate can change to. */
@Component
class FeeChoices {
    private final ChangeRights rights;
    private final CartView cartView;
    private final MessageSource messages;

    FeeChoices(ChangeRights rights, CartView cartView, MessageSource messages) {
        this.rights = rights;
        this.cartView = cartView;
        this.messages = messages;
    }

    /** With the delegate's own, which stays theirs when it is sold out; none when it cannot be changed. */
    List<Choice> of(
            ConferenceView conference,
            OrderRow order,
            OrderDelegates.Delegate delegate,
            boolean isStaff,
            Locale locale) {
        var may = isStaff ? order.status() == OrderStatus.CONFIRMED : rights.mayChangeFee(conference, order);
        if (!may) return List.of();
        var isFree = rights.isFree(conference);
        var choices = cartView.fees(conference, locale).stream()
                .filter(fee -> isOwn(fee, delegate) || isStaff || isFree.test(fee.value()))
                .map(fee -> isOwn(fee, delegate) ? own(fee, locale) : fee)
                .toList();
        return choices.size() > 1 ? choices : List.of();
    }

    private static boolean isOwn(Choice fee, OrderDelegates.Delegate delegate) {
        return fee.value().equals(delegate.fee());
    }

    private Choice own(Choice fee, Locale locale) {
        return new Choice(
                fee.value(), fee.label(), messages.getMessage("registration.change.own-fee", null, locale), false);
    }
}
