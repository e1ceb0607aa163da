package org.plenary.dev;

import java.time.Duration;
import org.plenary.embedded.EmbeddedServices;
import org.plenary.tenancy.Urls;
import org.springframework.context.ApplicationContext;

/** Says what was started, where, and how to try it. */
final class Welcome {
    private Welcome() {}

    static void print(EmbeddedServices services, ApplicationContext context, Duration whole) {
        var text = new StringBuilder("\n");
        for (var service : services.services())
            text.append("  %-16s %-46s %5.1f s%n"
                    .formatted(service.name(), service.address(), seconds(service.startedIn())));
        var application = Duration.ofMillis(System.currentTimeMillis() - context.getStartupDate());
        var urls = context.getBean(Urls.class);
        text.append("  %-16s %-46s %5.1f s%n".formatted("Plenary", urls.platform("/"), seconds(application)))
                .append("  %-16s %-46s %5.1f s%n%n".formatted("ready", "", seconds(whole)));
        context.getBeanProvider(DemoLogins.class)
                .ifAvailable(demo -> demo.logins()
                        .forEach(login -> text.append("  %s%n      %s%n      %s / %s%n"
                                .formatted(login.what(), login.address(), login.email(), login.password()))));
        text.append("  %-28s %s%n".formatted("Mails that were sent", urls.platform("/dev/mail")))
                .append("  %-28s %s%n".formatted("Services", urls.platform("/dev/services")))
                .append("  %-28s %s%n".formatted("Parts of pages", urls.platform("/dev/gallery")))
                .append("  %-28s %s%n".formatted("API", urls.platform("/api/docs")));
        System.out.println(text);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
