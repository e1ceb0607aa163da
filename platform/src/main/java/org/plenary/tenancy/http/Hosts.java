package org.plenary.tenancy.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.Urls;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The names of hosts: the platform's own, one below it for each tenant, and a tenant's own domain for its public pages.
 * Whoever signs in does so below the platform's host: a domain can be lost, and its owner must still get in to say so.
 */
@Component
@EnableConfigurationProperties(WebSettings.class)
class Hosts implements Urls {
    /** Beginnings of the paths of pages for those who signed in. */
    private static final List<String> SIGNED_IN = List.of("/manage", "/hotel/", "/login/", "/oauth2/");

    private final URI base;
    private final String platformHost;
    private final TenantDirectory directory;

    Hosts(WebSettings settings, TenantDirectory directory) {
        base = settings.baseUrl();
        platformHost = base.getHost().toLowerCase(Locale.ROOT);
        this.directory = directory;
    }

    boolean isPlatform(String host) {
        return platformHost.equals(host.toLowerCase(Locale.ROOT));
    }

    Optional<Tenant> tenantOf(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        var suffix = "." + platformHost;
        if (!name.endsWith(suffix)) return directory.byDomain(name);
        var slug = name.substring(0, name.length() - suffix.length());
        return slug.isEmpty() || slug.contains(".") ? Optional.empty() : directory.bySlug(slug);
    }

    @Override
    public URI platform(String path) {
        return at(platformHost, path);
    }

    @Override
    public URI tenant(Tenant tenant, String path) {
        var domain = tenant.domain();
        var isForAll = SIGNED_IN.stream().noneMatch(path::startsWith);
        return at(domain != null && isForAll ? domain : tenant.slug() + "." + platformHost, path);
    }

    private URI at(String host, String path) {
        var port = base.getPort() == -1 ? "" : ":" + base.getPort();
        return URI.create(base.getScheme() + "://" + host + port + path);
    }

    @Override
    public boolean isSecure() {
        return "https".equals(base.getScheme());
    }
}
