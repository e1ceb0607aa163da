package org.plenary.lodging.pool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.PageErrors;
import org.plenary.lodging.room.BookedStay;
import org.plenary.registration.OrderPart.Row;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pool in words: what people say of themselves, and what they can choose from. */
@Component
class PoolWords {
    private final MessageSource messages;
    private final Formats formats;
    private final PageErrors errors;

    PoolWords(MessageSource messages, Formats formats, PageErrors errors) {
        this.messages = messages;
        this.formats = formats;
        this.errors = errors;
    }

    String title(Found found, Locale locale) {
        var hotel = found.hotel();
        var type = found.type();
        if (hotel == null || type == null) return text("without-room", locale);
        return text("with-bed", locale, hotel.in(locale), type.in(locale));
    }

    String room(BookedStay bed, Locale locale) {
        return text(
                "room",
                locale,
                bed.hotel().name().in(locale),
                bed.roomType().name().in(locale),
                formats.dateRange(bed.checkIn(), bed.checkOut()));
    }

    List<Row> rows(Found found, Locale locale) {
        var rows = new ArrayList<Row>();
        rows.add(row(
                "nights",
                text(
                        "shared-nights",
                        locale,
                        formats.dateRange(found.checkIn(), found.checkOut()),
                        found.nights(),
                        found.shared()),
                locale));
        rows.addAll(rows(found.wishes(), locale));
        return rows;
    }

    List<Row> rows(Wishes wishes, Locale locale) {
        var rows = new ArrayList<Row>();
        rows.add(row(
                "languages",
                wishes.languages().stream().map(each -> language(each, locale)).collect(Collectors.joining(" · ")),
                locale));
        rows.add(row("gender", text("gender-" + wishes.gender().wire(), locale), locale));
        rows.add(row("smoking", text("smoking-" + wishes.smoking().wire(), locale), locale));
        rows.add(row(
                "rhythm",
                text("rhythm-" + wishes.rhythm().wire(), locale)
                        + (wishes.quiet() ? " · " + text("is-quiet", locale) : ""),
                locale));
        if (!wishes.about().isEmpty()) rows.add(row("about", wishes.about(), locale));
        return rows;
    }

    List<Choice> languages(Locale locale) {
        return PoolForm.LANGUAGES.stream()
                .map(each -> new Choice(each, language(each, locale)))
                .toList();
    }

    List<Choice> smoking(Locale locale) {
        return Arrays.stream(Wishes.Smoking.values())
                .map(each -> new Choice(each.wire(), text("smoking-" + each.wire(), locale)))
                .toList();
    }

    List<Choice> rhythms(Locale locale) {
        return Arrays.stream(Wishes.Rhythm.values())
                .map(each -> new Choice(each.wire(), text("rhythm-" + each.wire(), locale)))
                .toList();
    }

    List<Choice> genders(Locale locale) {
        return Arrays.stream(Wishes.Gender.values())
                .map(each -> new Choice(each.wire(), text("gender-" + each.wire(), locale)))
                .toList();
    }

    List<Choice> wants(Locale locale) {
        return Arrays.stream(Wishes.Gender.values())
                .filter(each -> each != Wishes.Gender.UNSAID)
                .map(each -> new Choice(each.wire(), text("wants-" + each.wire(), locale)))
                .toList();
    }

    /** The page again, with what was wrong. */
    ModelAndView again(ModelAndView page, Problem problem, Locale locale) {
        page.addObject("fieldErrors", errors.of(problem, locale));
        page.setStatus(
                problem instanceof Problem.InvalidInput ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
        return page;
    }

    private static String language(String tag, Locale locale) {
        return Locale.of(tag).getDisplayLanguage(locale);
    }

    private Row row(String key, String value, Locale locale) {
        return new Row(text("row-" + key, locale), value);
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage("lodging.pool." + key, arguments, locale);
    }
}
