package org.plenary.registration.calloff;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Choice;
import org.plenary.payments.MoneyBack;
import org.plenary.payments.MoneyBack.State;
import org.plenary.payments.MoneyBack.Way;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** How the cancellation of a conference gets on, for its page. */
@Component
class CallOffProgress {
    private static final int SHOWN = 100;
    private static final int REFRESH_SECONDS = 3;

    private final CallOffs callOffs;
    private final CancelledOrders orders;
    private final MoneyBack money;
    private final MessageSource messages;

    CallOffProgress(CallOffs callOffs, CancelledOrders orders, MoneyBack money, MessageSource messages) {
        this.callOffs = callOffs;
        this.orders = orders;
        this.money = money;
        this.messages = messages;
    }

    /**
     * Money in one currency.
     *
     * @param owed in all; @param moving on its way to cards; @param byHand to be handed out
     */
    record Stand(Money owed, Money moving, Money byHand, Money back, Money failed) {}

    /** @param subject code of an order */
    record Line(String subject, String message) {}

    List<Choice> choices(Locale locale) {
        return List.of(
                new Choice("full", text("refund-full", locale), text("refund-full-help", locale)),
                new Choice("policy", text("refund-policy", locale), text("refund-policy-help", locale)));
    }

    /** False when the conference is not cancelled, or was not by this way. */
    boolean into(ModelAndView view, ConferenceView conference, Locale locale) {
        var found = callOffs.find(conference.id()).orElse(null);
        if (found == null) return false;
        var counts = orders.counts(conference.id());
        var passed = counts.done() + counts.failed();
        var refunds = money.failed(CallOff.keys(conference.id()), SHOWN);
        var stands = stands(conference.id());
        view.addObject("slug", conference.slug());
        view.addObject("name", conference.name().in(locale));
        view.addObject("callOff", found);
        view.addObject("counts", counts);
        // a box that is full stops asking; there is something to do until it says that it has finished
        view.addObject("total", Math.max(1, counts.total()));
        view.addObject("done", Math.max(0, Math.min(passed, Math.max(1, counts.total()) - 1)));
        view.addObject("stands", stands);
        view.addObject("moving", stands.stream().anyMatch(each -> each.moving().isPositive()));
        view.addObject("byHand", stands.stream().anyMatch(each -> each.byHand().isPositive()));
        view.addObject(
                "problems",
                orders.problems(conference.id(), SHOWN).stream()
                        .map(each -> new Line(each.code(), problem(each.reason(), locale)))
                        .toList());
        view.addObject("refunds", refunds);
        view.addObject("again", counts.failed() > 0 || !refunds.isEmpty());
        if (found.isRunning()) view.addObject("refreshSeconds", REFRESH_SECONDS);
        return true;
    }

    List<Stand> stands(UUID conference) {
        var sums = money.sums(CallOff.keys(conference));
        return orders.owed(conference).stream().map(owed -> stand(owed, sums)).toList();
    }

    private static Stand stand(Money owed, List<MoneyBack.Sum> sums) {
        var nothing = Money.zero(owed.getCurrencyUnit());
        var byHand = nothing;
        var back = nothing;
        var failed = nothing;
        for (var sum : sums) {
            if (!sum.amount().getCurrencyUnit().equals(owed.getCurrencyUnit())) continue;
            if (sum.state() == State.BACK) back = back.plus(sum.amount());
            else if (sum.state() == State.FAILED) failed = failed.plus(sum.amount());
            else if (sum.way() != Way.CARD) byHand = byHand.plus(sum.amount());
        }
        var moving = owed.minus(byHand).minus(back).minus(failed);
        return new Stand(owed, moving.isNegative() ? nothing : moving, byHand, back, failed);
    }

    private String problem(String reason, Locale locale) {
        var general = text("problem", locale);
        var text =
                messages.getMessage("registration.call-off.problem-" + reason.replace('_', '-'), null, general, locale);
        return text == null ? general : text;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage("registration.call-off." + key, null, locale);
    }
}
