package org.plenary.tenancy.http;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the handler of a request without trying the pattern of each one. Spring knows addresses without variables at once; for all
 * others it asks every mapping there is, and there are many hundreds. Here those are passed over whose address has other words where it
 * has words at all, or another number of them.
 */
abstract class ShapedMapping extends RequestMappingHandlerMapping {
    private static final ThreadLocal<String @Nullable []> PATH = new ThreadLocal<>();

    /** Written while the application starts. */
    private final Map<RequestMappingInfo, List<Shape>> shapes = new IdentityHashMap<>();

    /**
     * What an address that matches a pattern looks like.
     *
     * @param words one for each segment, empty where anything may stand
     * @param open to any number of segments
     */
    record Shape(List<String> words, boolean open) {
        static Shape of(String pattern) {
            return new Shape(
                    Stream.of(split(pattern))
                            .map(word -> isLiteral(word) ? word : "")
                            .toList(),
                    pattern.isEmpty() || pattern.contains("**") || pattern.contains("{*"));
        }

        private static boolean isLiteral(String word) {
            return word.chars().noneMatch(c -> "{*?\\".indexOf(c) >= 0);
        }

        /** From the end, where addresses differ most. */
        boolean canMatch(String[] path) {
            if (open) return true;
            if (words.size() != path.length) return false;
            for (var i = path.length - 1; i >= 0; i--) {
                var word = words.get(i);
                if (!word.isEmpty() && !word.equals(path[i])) return false;
            }
            return true;
        }
    }

    static String[] split(String path) {
        return path.split("/", -1);
    }

    @Override
    protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
        super.registerHandlerMethod(handler, method, mapping);
        shapes.put(mapping, mapping.getPatternValues().stream().map(Shape::of).toList());
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
            throws Exception {
        // a word may be written in other characters too, or have parameters: then each pattern is tried
        if (lookupPath.indexOf('%') < 0 && lookupPath.indexOf(';') < 0) PATH.set(split(lookupPath));
        try {
            return super.lookupHandlerMethod(lookupPath, request);
        } finally {
            PATH.remove();
        }
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        var path = PATH.get();
        var known = shapes.get(info);
        if (path != null && known != null && cannotMatch(known, path)) return null;
        return super.getMatchingMapping(info, request);
    }

    private static boolean cannotMatch(List<Shape> shapes, String[] path) {
        for (var shape : shapes) if (shape.canMatch(path)) return false;
        return true;
    }
}
