package org.plenary.identity.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Says what an audit entry tells in the reader's language. What has no words of its own is shown as it was written. */
@Component
class AuditWords {
    private static final TypeReference<Map<String, @Nullable Object>> DETAILS = new TypeReference<>() {};

    private final MessageSource messages;
    private final Json json;

    AuditWords(MessageSource messages, Json json) {
        this.messages = messages;
        this.json = json;
    }

    record Detail(String name, String value) {}

    String action(String code, Locale locale) {
        return word("did", code, locale);
    }

    List<Detail> details(String written, Locale locale) {
        var details = new ArrayList<Detail>();
        json.read(written, DETAILS).forEach((name, value) -> {
            var said = value(value, locale);
            if (!said.isEmpty()) details.add(new Detail(word("detail", name, locale), said));
        });
        return details;
    }

    private String value(@Nullable Object value, Locale locale) {
        if (value instanceof Collection<?> many)
            return many.stream().map(each -> value(each, locale)).collect(Collectors.joining(" · "));
        return word("value", String.valueOf(value), locale);
    }

    private String word(String kind, String code, Locale locale) {
        var word = messages.getMessage("identity.audit." + kind + "." + code, null, code, locale);
        return word == null ? code : word;
    }
}
