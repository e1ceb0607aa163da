package org.plenary.kernel.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns what is wrong with an input into messages beside the fields of a page. */
@Component
public class PageErrors {
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

    private static String path(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
    }

    /** The message's arguments are the values of the violation's details, in the order of their names. */
    private String message(Violation violation, Locale locale) {
        var arguments = new java.util.TreeMap<>(violation.details()).values().toArray();
        var message = messages.getMessage("violation." + violation.code(), arguments, violation.detail(), locale);
        return message == null ? violation.detail() : message;
    }
}
