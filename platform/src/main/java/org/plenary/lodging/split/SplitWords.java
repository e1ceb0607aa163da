package org.plenary.lodging.split;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.registration.BuyersOrders;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What is said of parts. */
@Component
class SplitWords {
    private final MessageSource messages;
    private final BuyersOrders orders;
    private final PageErrors errors;

    SplitWords(MessageSource messages, BuyersOrders orders, PageErrors errors) {
        this.messages = messages;
        this.orders = orders;
        this.errors = errors;
    }

    /** Why a payment goes back, for who paid. */
    String returned(UUID share) {
        return text("returned-why", orders.byId(share).locale());
    }

    Flash done(String key, Locale locale) {
        return Flash.success(text(key, locale));
    }

    /** The page again, with what was wrong. */
    ModelAndView again(ModelAndView page, Problem problem, Locale locale) {
        page.addObject("fieldErrors", errors.of(problem, locale));
        page.setStatus(
                problem instanceof Problem.InvalidInput ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
        return page;
    }

    List<Choice> countries(Locale locale) {
        return Choice.countries(locale);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage("lodging.split." + key, null, locale);
    }
}
