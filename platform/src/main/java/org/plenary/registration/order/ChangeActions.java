package org.plenary.registration.order;

import java.util.Locale;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Formats;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes delegates for pages, with the words for what came of it. */
@Component
class ChangeActions {
    private final Changing changing;
    private final ChangePaying paying;
    private final Formats formats;
    private final MessageSource messages;

    ChangeActions(Changing changing, ChangePaying paying, Formats formats, MessageSource messages) {
        this.changing = changing;
        this.paying = paying;
        this.formats = formats;
        this.messages = messages;
    }

    Changing.Preview preview(ChangeScreens.Page page, Proposing.Wanted wanted) {
        return changing.preview(page.conference(), page.order().id(), wanted, page.staff());
    }

    /** Where the browser goes on: to the payment page when something is to be paid, else to the order's. */
    String change(ChangeScreens.Page page, Proposing.Wanted wanted, RedirectAttributes redirect, Locale locale) {
        var order = page.order();
        var target = "/c/" + page.conference().slug() + "/orders/" + order.code() + "?secret=" + page.secret();
        var outcome = changing.change(page.conference(), order.id(), wanted, false);
        if (!(outcome instanceof Changing.Outcome.ToPay)) {
            flash(redirect, told(outcome, wanted, locale));
            return target;
        }
        try {
            return paying.start(page.conference(), order, page.secret()).toString();
        } catch (Problem.Conflict | Problem.Unavailable e) {
            return target;
        }
    }

    String changeByStaff(ChangeScreens.Page page, Proposing.Wanted wanted, RedirectAttributes redirect, Locale locale) {
        flash(redirect, told(changing.change(page.conference(), page.order().id(), wanted, true), wanted, locale));
        return "/manage/conferences/" + page.conference().slug() + "/orders/"
                + page.order().code();
    }

    private String told(Changing.Outcome outcome, Proposing.Wanted wanted, Locale locale) {
        return switch (outcome) {
            case Changing.Outcome.Same same -> text("registration.change.same", locale);
            case Changing.Outcome.Done done -> done(done, wanted, locale);
            case Changing.Outcome.ToPay due -> text("registration.change.asked", locale, formats.money(due.due()));
        };
    }

    private String done(Changing.Outcome.Done done, Proposing.Wanted wanted, Locale locale) {
        if (done.back().isPositive()) return text("registration.change.done-back", locale, formats.money(done.back()));
        return wanted.person() == null
                ? text("registration.change.done", locale)
                : text("registration.change.passed-on", locale, wanted.person().name());
    }

    private static void flash(RedirectAttributes redirect, String text) {
        redirect.addFlashAttribute("flash", Flash.success(text));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
