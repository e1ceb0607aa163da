package org.plenary.admin.branding;

import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.Branding;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Where the bound tenant's logo can be had; each logo has an address of its own, so it can be kept for good. */
@Component
class LogoAddress {
    private final Urls urls;

    LogoAddress(Urls urls) {
        this.urls = urls;
    }

    @Nullable
    String of(Branding branding) {
        var path = path(branding);
        return path == null ? null : urls.tenant(Tenancy.require(), path).toString();
    }

    static @Nullable String path(Branding branding) {
        return branding.logo() == null ? null : "/brand/logo?v=" + branding.logo();
    }
}
