package org.plenary.files.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.files.FileRule;
import org.plenary.files.FileStore;
import org.plenary.identity.Public;
import org.plenary.identity.RateLimits;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes a file ahead of the request that it belongs to; what nobody claims within two days is deleted. */
@RestController
@TenantHost
@Public
@RequestMapping("/api/v1/files")
class FilesApi {
    private static final Map<String, FileRule> PURPOSES =
            Map.of("paper", FileRule.PAPER, "attachment", FileRule.ATTACHMENT);
    private static final int UPLOADS = 60;
    private static final Duration PERIOD = Duration.ofMinutes(10);

    private final FileStore files;
    private final RateLimits limits;

    FilesApi(FileStore files, RateLimits limits) {
        this.files = files;
        this.limits = limits;
    }

    record Uploaded(String fileToken, String name, String type, long size) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Uploaded upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String purpose,
            HttpServletRequest request)
            throws IOException {
        limits.take("upload:" + request.getRemoteAddr(), UPLOADS, PERIOD);
        var rule = purpose == null ? null : PURPOSES.get(purpose);
        if (rule == null) throw new Problem.InvalidInput("/purpose", "choice", "One of: attachment, paper.");
        if (file == null) throw new Problem.InvalidInput("/file", "required", "This is required.");
        var kept = files.keep(rule, "/file", file);
        return new Uploaded(files.token(kept.id()), kept.name(), kept.type(), kept.size());
    }
}
