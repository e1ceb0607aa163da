package org.plenary.tenancy.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Gives each form that changes something a name of its own, beside the token against forgery: so it can be told when it comes twice. */
record OnceFields(RequestDataValueProcessor tokens) implements RequestDataValueProcessor {
    static final String NAME = "_once";

    private static final String NEXT = OnceFields.class.getName() + ".next";
    private static final int CHARACTERS = 22;

    @Override
    public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
        var fields = tokens.getExtraHiddenFields(request);
        if (fields == null || fields.isEmpty()) return fields;
        var more = new LinkedHashMap<>(fields);
        more.put(NAME, next(request));
        return more;
    }

    /** Pages have up to a hundred forms; all of one page share what is chosen by chance. */
    private static String next(HttpServletRequest request) {
        var last = request.getAttribute(NEXT) instanceof Page page ? page : new Page(Ids.reference(CHARACTERS), 0);
        var page = new Page(last.name(), last.form() + 1);
        request.setAttribute(NEXT, page);
        return page.name() + "-" + page.form();
    }

    private record Page(String name, int form) {}

    @Override
    public String processAction(HttpServletRequest request, String action, String method) {
        return tokens.processAction(request, action, method);
    }

    @Override
    public String processFormFieldValue(HttpServletRequest request, @Nullable String name, String value, String type) {
        return tokens.processFormFieldValue(request, name, value, type);
    }

    @Override
    public String processUrl(HttpServletRequest request, String url) {
        return tokens.processUrl(request, url);
    }
}
