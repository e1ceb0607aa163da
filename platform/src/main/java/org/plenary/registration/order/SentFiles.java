package org.plenary.registration.order;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.request.NativeWebRequest;

/** Keeps the files that are sent with answers, as the registration page does. */
@Component
public class SentFiles {
    private final CartUploads uploads;

    SentFiles(CartUploads uploads) {
        this.uploads = uploads;
    }

    /** @param values with the token of each file in the place of its content; @param errors by the names of inputs */
    public record Kept(MultiValueMap<String, String> values, Map<String, String> errors) {}

    public Kept keep(MultiValueMap<String, String> values, NativeWebRequest request, Locale locale) {
        var sent = uploads.keep(values, request, locale);
        return new Kept(sent.values(), sent.errors());
    }
}
