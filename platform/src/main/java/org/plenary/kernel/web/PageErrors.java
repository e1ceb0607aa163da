package org.plenary.kernel.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plenary.kernel.ByteCount;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Turns what is wrong with an input into messages beside the fields of a page. */
@Component
public class PageErrors {
    private static final int MOST_DAYS = 5;

    private final MessageSource messages;

    PageErrors(MessageSource messages) {
        this.messages = messages;
    }

    /** Field path ({@code owner.email}) to its first message; the path of the whole input is the empty text. */
    public Map<String, String> of(Problem problem, Locale locale) {
        var errors = new LinkedHashMap<String, String>();
        for (var violation : problem.violations())
            errors.putIfAbsent(path(violation.pointer()), message(violation, locale));
        if (errors.isEmpty()) errors.put("", message(new Violation("", problem.code(), problem.detail()), locale));
        return errors;
    }

    /** The page once more, with what is wrong with its input: {@code fieldErrors}. */
    public ModelAndView refused(ModelAndView page, Problem problem, Locale locale) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("fieldErrors", of(problem, locale));
    }

    public ModelAndView refused(ModelAndView page, Violations violations, Locale locale) {
        return refused(page, new Problem.InvalidInput(violations.list()), locale);
    }

    private static String path(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
    }

    /**
     * What is wrong with one thing, in the reader's language; a code that no message knows says its detail.
     *
     * <p>The message's arguments are the values of the violation's details, in the order of their names. What is told of certain nights
     * has a message that names them.
     */
    public String message(Violation violation, Locale locale) {
        var details = new TreeMap<>(violation.details());
        var nights = details.get("nights");
        if (nights instanceof List<?> dates) details.put("nights", days(dates, locale));
        details.replaceAll((name, value) -> said(value, locale));
        var arguments = details.values().toArray();
        var key = "violation." + violation.code();
        var plain = messages.getMessage(key, arguments, violation.detail(), locale);
        var message = nights == null ? plain : messages.getMessage(key + "-nights", arguments, plain, locale);
        return message == null ? violation.detail() : message;
    }

    private static Object said(Object value, Locale locale) {
        return switch (value) {
            case LocalDate date -> days(List.of(date), locale);
            case ByteCount count -> Formats.bytes(count.bytes(), locale);
            default -> value;
        };
    }

    /** {@code 12 May 2027, 13 May 2027}; of many only the first. */
    private static String days(List<?> dates, Locale locale) {
        var isChinese = locale.getLanguage().equals("zh");
        var format = DateTimeFormatter.ofPattern(isChinese ? "y年M月d日" : "d MMM y", locale);
        var named = dates.stream()
                .limit(MOST_DAYS)
                .map(date -> format.format(LocalDate.parse(String.valueOf(date))))
                .collect(Collectors.joining(isChinese ? "、" : ", "));
        return dates.size() > MOST_DAYS ? named + " …" : named;
    }
}
