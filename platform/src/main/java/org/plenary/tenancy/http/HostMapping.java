package org.plenary.tenancy.http;

import java.lang.reflect.Method;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.AnyHost;
import org.plenary.tenancy.PlatformHost;
import org.plenary.tenancy.TenantHost;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Finds handlers by host besides by path. */
final class HostMapping extends RequestMappingHandlerMapping {
    private static final String OURS = "org.plenary.";

    /** Knows neither hosts nor tenants; its pages are the same everywhere. */
    private static final String KERNEL = "org.plenary.kernel.";

    /** Asked for each method: the condition of a type counts only where the type has a mapping of its own. */
    @Override
    protected @Nullable RequestCondition<?> getCustomMethodCondition(Method method) {
        var type = method.getDeclaringClass();
        if (AnnotatedElementUtils.hasAnnotation(type, TenantHost.class))
            return new HostCondition(EnumSet.of(HostKind.TENANT));
        if (AnnotatedElementUtils.hasAnnotation(type, PlatformHost.class))
            return new HostCondition(EnumSet.of(HostKind.PLATFORM));
        if (AnnotatedElementUtils.hasAnnotation(type, AnyHost.class)
                || type.getName().startsWith(KERNEL))
            return new HostCondition(EnumSet.of(HostKind.TENANT, HostKind.PLATFORM));
        if (type.getName().startsWith(OURS))
            throw new IllegalStateException(type + " does not say which host it is for");
        return null;
    }
}
