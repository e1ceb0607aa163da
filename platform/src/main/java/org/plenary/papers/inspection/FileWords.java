package org.plenary.papers.inspection;

import java.util.List;
import java.util.Locale;
import org.plenary.kernel.web.Flash;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is said about files, in plain words. */
@Component
class FileWords {
    private final MessageSource messages;

    FileWords(MessageSource messages) {
        this.messages = messages;
    }

    /** @param todo what to do about it */
    record Said(String text, String todo, boolean mend) {}

    String text(String key, Locale locale, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, locale));
    }

    Flash done(String key, Locale locale) {
        return Flash.success(text(key, locale));
    }

    List<Said> of(FileVerdict verdict, Locale locale) {
        return switch (verdict) {
            case FileVerdict.Fine _ -> List.of();
            case FileVerdict.Findings some ->
                some.findings().stream().map(each -> said(each, locale)).toList();
            case FileVerdict.Unreadable unreadable -> List.of(said(new Finding(unreadable.why(), true), locale));
            case FileVerdict.TooMuch tooMuch -> List.of(said(new Finding(tooMuch.why(), true), locale));
            case FileVerdict.Unchecked _ -> List.of(said(new Finding("unchecked", false), locale));
        };
    }

    private Said said(Finding finding, Locale locale) {
        return new Said(
                text(
                        "papers.file.found-" + finding.code(),
                        locale,
                        finding.arguments().toArray()),
                text("papers.file.do-" + finding.code(), locale),
                finding.mend());
    }
}
