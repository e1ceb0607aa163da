package org.plenary.registration.order;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.plenary.files.FileRule;
import org.plenary.files.FileStore;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.PageErrors;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Keeps the files in a posted form; a token of each takes the place of its content. */
@Component
class CartUploads {
    private final FileStore files;
    private final PageErrors pageErrors;

    CartUploads(FileStore files, PageErrors pageErrors) {
        this.files = files;
        this.pageErrors = pageErrors;
    }

    record Sent(MultiValueMap<String, String> values, Map<String, String> errors) {}

    Sent keep(MultiValueMap<String, String> values, NativeWebRequest request, Locale locale) {
        var multipart = request.getNativeRequest(MultipartHttpServletRequest.class);
        if (multipart == null) return new Sent(values, Map.of());
        var kept = new LinkedMultiValueMap<>(values);
        var errors = new LinkedHashMap<String, String>();
        multipart.getFileMap().forEach((name, file) -> {
            if (file.isEmpty() || !name.startsWith("delegates.")) return;
            try {
                var stored = files.keep(FileRule.ATTACHMENT, "/" + name.replace('.', '/'), file);
                kept.set(name, files.token(stored.id()));
            } catch (Problem.InvalidInput e) {
                errors.putAll(pageErrors.of(e, locale));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new Sent(kept, errors);
    }
}
