package org.plenary.site.page;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the pages about pages say. */
@Component
class PageWords {
    private final PageErrors errors;
    private final MessageSource messages;
    private final Formats formats;

    PageWords(PageErrors errors, MessageSource messages, Formats formats) {
        this.errors = errors;
        this.messages = messages;
        this.formats = formats;
    }

    /** One language of the text as it will look, and how many words it has. */
    record Side(String html, int words) {
        static Side of(Posted form, String tag) {
            var text = form.get("text." + tag);
            // longer than can be kept is not worth drawing
            return text.length() > PageDraft.TEXT ? new Side("", 0) : of(text);
        }

        static Side of(String text) {
            return new Side(PageMarkdown.html(text), PageMarkdown.words(text));
        }
    }

    Flash flash(String what, Locale locale) {
        return Flash.success(messages.getMessage("site.pages.done-" + what, null, locale));
    }

    /** What is wrong with a title is said beside its English. */
    Map<String, String> errors(Problem problem, Locale locale) {
        var found = new HashMap<>(errors.of(problem, locale));
        for (var field : List.of("title", "text")) {
            var message = found.remove(field);
            if (message != null) found.putIfAbsent(field + ".en", message);
        }
        return found;
    }

    List<Choice> places(Locale locale) {
        return Arrays.stream(PagePlace.values())
                .map(PagePlace::wire)
                .map(place -> new Choice(place, messages.getMessage("site.pages.place-" + place, null, locale)))
                .toList();
    }

    List<Choice> languages() {
        return Posted.TAGS.stream()
                .map(tag -> new Choice(tag, formats.languageName(tag)))
                .toList();
    }
}
