package org.plenary.admin.branding;

import java.io.IOException;
import org.plenary.files.FileRule;
import org.plenary.files.FileStore;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes a tenant's logo. The one before is kept by the file store until the tenant goes: pages may still show it. */
@Component
class Logos {
    private final FileStore files;
    private final TenantSettings settings;

    Logos(FileStore files, TenantSettings settings) {
        this.files = files;
        this.settings = settings;
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput for what is not a small PNG or JPEG */
    TenantProfile replace(String pointer, MultipartFile logo) throws IOException {
        var kept = files.keep(FileRule.LOGO, pointer, logo);
        return settings.changeLogo(kept.id());
    }

    TenantProfile remove() {
        return settings.changeLogo(null);
    }
}
