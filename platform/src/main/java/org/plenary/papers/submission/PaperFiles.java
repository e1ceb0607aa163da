package org.plenary.papers.submission;

import java.util.UUID;
import org.plenary.files.FileStore;
import org.plenary.kernel.Problem;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hands a paper's PDF out, to save and never to show inside our own origin. */
@Component
public class PaperFiles {
    private final FileStore files;

    PaperFiles(FileStore files) {
        this.files = files;
    }

    /** As its author handed it in. */
    ResponseEntity<Resource> download(Paper paper) {
        var id = paper.file();
        if (id == null) throw new Problem.NotFound("The paper's file");
        return download(paper, id);
    }

    /** @param id of the paper's file, or of another that stands in its place; nobody is told what its author called it */
    public ResponseEntity<Resource> download(Paper paper, UUID id) {
        var file = files.find(id).orElseThrow(() -> new Problem.NotFound("The paper's file"));
        var name = ContentDisposition.attachment()
                .filename("paper-" + paper.number() + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(files.open(id)));
    }
}
