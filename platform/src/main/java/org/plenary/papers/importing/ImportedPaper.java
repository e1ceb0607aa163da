package org.plenary.papers.importing;

import org.jspecify.annotations.Nullable;
import org.plenary.papers.submission.Content;
import org.plenary.papers.submission.PaperStatus;

/**
 * A row that was checked.
 *
 * @param row counted from one, as people do
 * @param externalId its name where it comes from: the same one again changes the paper instead of adding one
 * @param status null leaves a paper that is there already as it is
 */
record ImportedPaper(
        int row,
        @Nullable String externalId,
        Content content,
        @Nullable PaperStatus status,
        @Nullable String source) {}
