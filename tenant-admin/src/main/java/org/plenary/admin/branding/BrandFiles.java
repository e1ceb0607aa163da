package org.plenary.admin.branding;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.files.FileStore;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/** The brand's style sheet and logo, for everybody who sees a page of the tenant. */
@Controller
@TenantHost
@Public
class BrandFiles {
    private static final Set<String> IMAGES = Set.of("image/png", "image/jpeg");
    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

    private final FileStore files;

    BrandFiles(FileStore files) {
        this.files = files;
    }

    /** Its address has no version, so it is asked for each time and answered with 304 as long as it is the same. */
    @GetMapping("/brand.css")
    @Nullable
    ResponseEntity<String> sheet(WebRequest request) {
        var sheet = BrandSheet.of(Tenancy.require().branding());
        if (request.checkNotModified(BrandSheet.tag(sheet))) return null;
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(CacheControl.noCache().cachePublic())
                .eTag(BrandSheet.tag(sheet))
                .body(sheet);
    }

    /** @param v the logo's own id: with it the answer never changes */
    @GetMapping("/brand/logo")
    ResponseEntity<Resource> logo(@RequestParam(required = false) @Nullable String v) {
        var id = Tenancy.require().branding().logo();
        var file = id == null ? null : files.find(id).orElse(null);
        if (file == null || !IMAGES.contains(file.type())) throw new Problem.NotFound("The logo");
        var cache = file.id().toString().equals(v)
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.noCache().cachePublic();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .contentLength(file.size())
                .cacheControl(cache)
                .eTag("\"" + file.id() + "\"")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(new InputStreamResource(files.open(file.id())));
    }
}
