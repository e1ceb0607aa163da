package org.plenary.kernel.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/**
 * What is wrong with a form, by field name, in the reader's language: the model attribute {@code fieldErrors}. The first
 * error of a field counts; the pointer {@code /owner/email} is the field {@code owner.email}.
 */
@Component
public class FieldErrors {
    private final MessageSource messages;

    FieldErrors(MessageSource messages) {
        this.messages = messages;
    }

    public Map<String, String> of(Problem problem) {
        var errors = new LinkedHashMap<String, String>();
        problem.violations().forEach(each -> errors.putIfAbsent(field(each.pointer()), text(each)));
        return errors;
    }

    public Map<String, String> of(BindingResult binding) {
        var errors = new LinkedHashMap<String, String>();
        binding.getFieldErrors()
                .forEach(each -> errors.putIfAbsent(
                        each.getField(), messages.getMessage(each, LocaleContextHolder.getLocale())));
        return errors;
    }

    private String text(Violation violation) {
        // Sorted by name: the order of the arguments must not depend on the order of a map.
        var arguments = new TreeMap<>(violation.details()).values().toArray();
        var text = messages.getMessage(
                "violation." + violation.code(), arguments, violation.detail(), LocaleContextHolder.getLocale());
        return text == null ? violation.detail() : text;
    }

    private static String field(String pointer) {
        return (pointer.startsWith("/") ? pointer.substring(1) : pointer)
                .replace('/', '.')
                .replace("~1", "/")
                .replace("~0", "~");
    }
}
