package org.plenary.admin.offboarding;

import java.io.InputStream;
import org.plenary.tenancy.Tenant;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The archive as something to download. */
final class ArchiveAnswer {
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private ArchiveAnswer() {}

    static ResponseEntity<Resource> of(Tenant tenant, InputStream archive) {
        var name =
                ContentDisposition.attachment().filename(tenant.slug() + ".zip").build();
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(archive));
    }
}
