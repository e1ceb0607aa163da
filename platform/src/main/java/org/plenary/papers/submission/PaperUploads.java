package org.plenary.papers.submission;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.files.FileRule;
import org.plenary.files.FileStore;
import org.plenary.kernel.Violations;
import org.springframework.stereotype.Component;

/** Takes a file that was uploaded before as the PDF of a paper. */
@Component
class PaperUploads {
    private final FileStore files;

    PaperUploads(FileStore files) {
        this.files = files;
    }

    /** @return its id; null when there is none, or what is wrong with it was added at {@code /file_token} */
    @Nullable
    UUID accepted(Violations violations, @Nullable String token) {
        if (token == null || token.isBlank()) return null;
        var file = files.byToken(token).orElse(null);
        if (file == null) {
            violations.add("/file_token", "file_token", "There is no such file, or it was uploaded too long ago.");
            return null;
        }
        violations.check(
                FileRule.PAPER.types().contains(file.type()) && file.size() <= FileRule.PAPER.maximumBytes(),
                "/file_token",
                "file_type",
                "A paper is a PDF of at most 30 MB.");
        return file.id();
    }
}
