package org.plenary.papers.cameraready;

import java.util.List;
import java.util.Locale;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of final versions say. */
@Component
class FinalWords {
    private final MessageSource messages;
    private final PageErrors errors;

    FinalWords(MessageSource messages, PageErrors errors) {
        this.messages = messages;
        this.errors = errors;
    }

    String text(String key, Locale locale, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, locale));
    }

    Flash done(String key, Locale locale, Object... arguments) {
        return Flash.success(text(key, locale, arguments));
    }

    /** The page once more, with what was wrong. */
    ModelAndView refused(ModelAndView page, Problem problem, Locale locale) {
        errors.refused(page, problem, locale);
        if (!(problem instanceof Problem.InvalidInput)) page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    List<Choice> capacities(Locale locale) {
        return HandingIn.CAPACITIES.stream()
                .map(each -> new Choice(each, text("papers.camera.capacity-" + each, locale)))
                .toList();
    }
}
