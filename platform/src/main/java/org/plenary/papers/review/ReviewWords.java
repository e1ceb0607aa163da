package org.plenary.papers.review;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.papers.call.Call;
import org.plenary.papers.committee.ReviewedPaper;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of reviews say. */
@Component
class ReviewWords {
    private final MessageSource messages;
    private final PageErrors errors;

    ReviewWords(MessageSource messages, PageErrors errors) {
        this.messages = messages;
        this.errors = errors;
    }

    String text(String key, Locale locale, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, locale));
    }

    Flash done(String key, Locale locale, Object... arguments) {
        return Flash.success(text(key, locale, arguments));
    }

    Flash failed(String key, Locale locale, Object... arguments) {
        return Flash.failure(text(key, locale, arguments));
    }

    PageErrors errors() {
        return errors;
    }

    /** How sure reviewers are, the surest last. */
    List<Choice> confidences(Locale locale) {
        return IntStream.rangeClosed(1, Opinions.SUREST)
                .mapToObj(each -> new Choice(String.valueOf(each), text("papers.review.confidence-" + each, locale)))
                .toList();
    }

    /** What track, type and topics of a paper are called. */
    void describe(ModelAndView page, ReviewedPaper paper, @Nullable Call call, Locale locale) {
        if (call == null) return;
        page.addObject("trackName", paper.track() == null ? "" : call.trackName(paper.track(), locale));
        page.addObject("typeName", paper.type() == null ? "" : call.typeName(paper.type(), locale));
        page.addObject(
                "topicNames",
                paper.topics().stream()
                        .map(topic -> call.topicName(topic, locale))
                        .toList());
    }
}
