package org.plenary.tenancy.messaging;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.PlatformEvent;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantEvent;
import org.springframework.beans.factory.ObjectProvider;

/** Runs a listener as the tenant that its event names. */
final class TenantOfEvent implements MethodInterceptor {
    private final ObjectProvider<TenantDirectory> directory;

    TenantOfEvent(ObjectProvider<TenantDirectory> directory) {
        this.directory = directory;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation listener) throws Throwable {
        var event = listener.getArguments().length == 0 ? null : listener.getArguments()[0];
        return switch (event) {
            case TenantEvent of -> {
                var tenant = directory
                        .getObject()
                        .byId(of.tenant())
                        .orElseThrow(() -> new IllegalStateException("an event of the unknown tenant " + of.tenant()));
                yield Tenancy.callAs(tenant, listener::proceed);
            }
            case PlatformEvent of -> listener.proceed();
            case null, default ->
                throw new IllegalStateException("an event is a TenantEvent or a PlatformEvent: " + event);
        };
    }
}
