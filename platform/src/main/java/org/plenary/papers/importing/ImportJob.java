package org.plenary.papers.importing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An import that runs behind the scenes.
 *
 * @param status {@code checked} while nothing is to be written yet, {@code running}, {@code finished}, or {@code refused} when a row
 *     was wrong and nothing was written
 * @param total rows to be written; of a refused one those of the file
 * @param done rows written
 */
record ImportJob(
        UUID id,
        UUID conference,
        String status,
        int total,
        int done,
        List<CheckedImport.BadRow> badRows,
        String startedBy,
        Instant startedAt) {
    static final String CHECKED = "checked";
    static final String RUNNING = "running";
    static final String FINISHED = "finished";
    static final String REFUSED = "refused";

    public boolean isChecked() {
        return status.equals(CHECKED);
    }

    public boolean isRunning() {
        return status.equals(RUNNING);
    }
}
