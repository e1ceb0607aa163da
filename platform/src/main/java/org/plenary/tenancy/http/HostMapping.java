package org.plenary.tenancy.http;

import java.lang.reflect.Method;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.AnyHost;
import org.plenary.tenancy.PlatformHost;
import org.plenary.tenancy.TenantHost;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Finds handlers by host besides by path. */
final class HostMapping extends IndexedMapping {
    private static final String OURS = "org.plenary.";

    /** Knows neither hosts nor tenants; its pages are the same everywhere. */
    private static final String KERNEL = "org.plenary.kernel.";

    /** Added here and not as the type's condition: Spring asks for that only where the class has a request mapping of its own. */
    @Override
    protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> type) {
        var mapping = super.getMappingForMethod(method, type);
        if (mapping == null) return null;
        var host = hostOf(type);
        return host == null ? mapping : mapping.addCustomCondition(host);
    }

    private static @Nullable HostCondition hostOf(Class<?> type) {
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
