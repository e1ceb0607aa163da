package org.plenary.site.page;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.files.FileRule;
import org.plenary.files.FileStore;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.multipart.MultipartFile;

/** The images of pages: taken from those who write, shown to everybody. */
@Controller
@TenantHost
@Public
class PageImages {
    private final FileStore files;

    PageImages(FileStore files) {
        this.files = files;
    }

    /** @return the Markdown that shows it */
    String keep(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) throw new Problem.InvalidInput("/image", "required", "This is required.");
        var kept = files.keep(FileRule.IMAGE, "/image", file);
        files.share(kept.id());
        var text = kept.name().replaceAll("\\.[A-Za-z]+$", "").replaceAll("[\\[\\]\\\\<>&`*_]", " ");
        return "![" + text.strip() + "](/pages/files/" + kept.id() + ")";
    }

    /** What an address shows never changes. */
    @GetMapping("/pages/files/{file}")
    ResponseEntity<Resource> image(@PathVariable UUID file) {
        var found = files.shared(file).orElseThrow(() -> new Problem.NotFound("The image"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.type()))
                .contentLength(found.size())
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(new InputStreamResource(files.open(found.id())));
    }
}
