package org.plenary.papers.call;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plenary.kernel.web.Choice;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The choices on the pages of the call, in the reader's language. */
@Component
class CallWords {
    private final MessageSource messages;

    CallWords(MessageSource messages) {
        this.messages = messages;
    }

    String text(String key, Locale locale, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, locale));
    }

    /** Anywhere on Earth, the conference's own zone, UTC, and all others by name. */
    List<Choice> zones(ZoneId own, Locale locale) {
        var zones = new ArrayList<Choice>();
        zones.add(new Choice(Deadline.ANYWHERE_ON_EARTH, text("papers.call.aoe", locale)));
        Stream.concat(
                        Stream.of(own.getId(), "UTC"),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                                .sorted())
                .distinct()
                .forEach(id -> zones.add(new Choice(id, id.replace('_', ' '))));
        return zones;
    }

    List<Choice> firsts(Locale locale) {
        return Stream.of(Stage.FULL, Stage.ABSTRACT)
                .map(stage -> new Choice(stage.code(), text("papers.call.first-" + stage.dashed(), locale)))
                .toList();
    }

    List<Choice> blindings(Locale locale) {
        return Stream.of("none", "single", "double")
                .map(each -> new Choice(each, text("papers.call.blinding-" + each, locale)))
                .toList();
    }

    List<Choice> files(Locale locale) {
        return Stream.of(SubmissionType.FileNeed.values())
                .map(need -> new Choice(need.code(), text("papers.type.file-" + need.code(), locale)))
                .toList();
    }
}
