package org.plenary.identity.apidoc;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names schemas by their records and what these are nested in: many controllers have a {@code View} of their own, and each is
 * another. Of two that would still be called the same, the second to be seen is also named by its package.
 */
final class SchemaNames extends TypeNameResolver {
    private static final String API = "Api";

    private final Map<String, Class<?>> taken = new ConcurrentHashMap<>();

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        if (!type.getPackageName().startsWith("org.plenary")) return super.nameForClass(type, options);
        var name = nested(type);
        var holder = taken.computeIfAbsent(name, unknown -> type);
        if (holder == type) return name;
        var folder = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        return capitalized(folder) + name;
    }

    @Override
    protected String nameForClass(JavaType type, Set<Options> options) {
        return nameForClass(type.getRawClass(), options);
    }

    private static String nested(Class<?> type) {
        var outer = type.getEnclosingClass();
        if (outer == null) {
            var name = type.getSimpleName();
            return name.endsWith(API) ? name.substring(0, name.length() - API.length()) : name;
        }
        return nested(outer) + type.getSimpleName();
    }

    private static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
