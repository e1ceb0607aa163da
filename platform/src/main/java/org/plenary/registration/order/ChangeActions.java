package org.plenary.registration.order;

import java.util.Locale;
import org.plenary.conference.ConferenceView;
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

    Changing.Preview preview(ConferenceView conference, OrderRow order, Proposing.Wanted wanted) {
        return changing.preview(conference, order.id(), wanted, false);
    }

    /** Where the browser goes on: to the payment page when something is to be paid, else to the order's. */
    String change(
            ConferenceView conference,
            OrderRow order,
            Proposing.Wanted wanted,
            String secret,
            RedirectAttributes redirect,
            Locale locale) {
        var page = "/c/" + conference.slug() + "/orders/" + order.code() + "?secret=" + secret;
        var outcome = changing.change(conference, order.id(), wanted, false);
        switch (outcome) {
            case Changing.Outcome.Same same -> flash(redirect, text("registration.change.same", locale));
            case Changing.Outcome.Done done -> flash(redirect, done(done, wanted, locale));
            case Changing.Outcome.ToPay due -> {
                try {
                    return paying.start(conference, order, secret).toString();
                } catch (Problem.Conflict | Problem.Unavailable e) {
                    return page;
                }
            }
        }
        return page;
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
