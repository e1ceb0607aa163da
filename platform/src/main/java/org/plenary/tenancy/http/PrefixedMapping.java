package org.plenary.tenancy.http;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the handler of a request without trying the pattern of each one. Spring knows addresses without variables at once; for all
 * others it asks every mapping there is, and there are many hundreds. Here those whose address begins differently are passed over.
 */
abstract class PrefixedMapping extends RequestMappingHandlerMapping {
    private static final ThreadLocal<@Nullable String> PATH = new ThreadLocal<>();

    /** What all patterns of a mapping begin with; written while the application starts. */
    private final Map<RequestMappingInfo, String> prefixes = new IdentityHashMap<>();

    @Override
    protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
        super.registerHandlerMethod(handler, method, mapping);
        prefixes.put(mapping, prefix(mapping));
    }

    private static String prefix(RequestMappingInfo mapping) {
        String common = null;
        for (var pattern : mapping.getPatternValues()) {
            var literal = literal(pattern);
            common = common == null ? literal : common(common, literal);
        }
        return common == null ? "" : common;
    }

    /** Up to the first character that can stand for others. */
    private static String literal(String pattern) {
        for (var at = 0; at < pattern.length(); at++)
            if ("{*?\\".indexOf(pattern.charAt(at)) >= 0) return pattern.substring(0, at);
        return pattern;
    }

    private static String common(String one, String other) {
        var at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) at++;
        return one.substring(0, at);
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
            throws Exception {
        PATH.set(lookupPath);
        try {
            return super.lookupHandlerMethod(lookupPath, request);
        } finally {
            PATH.remove();
        }
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        var path = PATH.get();
        var prefix = prefixes.get(info);
        if (path != null && prefix != null && !path.startsWith(prefix)) return null;
        return super.getMatchingMapping(info, request);
    }
}
