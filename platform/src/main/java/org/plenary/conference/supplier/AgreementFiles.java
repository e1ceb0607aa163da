package org.plenary.conference.supplier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.plenary.files.FileRule;
import org.plenary.files.FileStore;
import org.plenary.kernel.Problem;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes the paper of an agreement in, and hands it out to save, never to show inside our own origin. */
@Component
class AgreementFiles {
    private final FileStore files;

    AgreementFiles(FileStore files) {
        this.files = files;
    }

    /** Keeps what was uploaded with a form, when there is anything. */
    void keep(AgreementForm form, @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) return;
        var kept = files.keep(FileRule.ATTACHMENT, "/file", file);
        form.uploaded(files.token(kept.id()), kept.name());
    }

    ResponseEntity<Resource> download(Agreement agreement) {
        var attached = agreement.file();
        if (attached == null) throw new Problem.NotFound("The file of this agreement");
        var file = files.find(attached.id()).orElseThrow(() -> new Problem.NotFound("The file of this agreement"));
        var name = ContentDisposition.attachment()
                .filename(attached.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(files.open(file.id())));
    }
}
