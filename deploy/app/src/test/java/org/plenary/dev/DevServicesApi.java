package org.plenary.dev;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.embedded.EmbeddedServices;
import org.plenary.embedded.Kind;
import org.plenary.embedded.Service;
import org.plenary.identity.Public;
import org.plenary.tenancy.AnyHost;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the services run that were started with the application. */
@RestController
@AnyHost
@Public
class DevServicesApi {
    private final EmbeddedServices services;

    DevServicesApi(EmbeddedServices services) {
        this.services = services;
    }

    record ServiceView(
            String name,
            String address,
            @Nullable String user,
            @Nullable String database,
            @Nullable String log,
            long pid,
            @Nullable String control) {}

    @GetMapping("/dev/services")
    List<ServiceView> services() {
        return services.services().stream().map(DevServicesApi::view).toList();
    }

    private static ServiceView view(Service service) {
        var log = service.log();
        return new ServiceView(
                service.name(),
                service.address(),
                service.user(),
                service.database(),
                log == null ? null : log.toString(),
                service.pid(),
                service.kind() == Kind.SANDBOX ? service.address() + "/_sandbox/" : null);
    }
}
