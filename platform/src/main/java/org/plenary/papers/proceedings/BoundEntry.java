package org.plenary.papers.proceedings;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper at its place in the volume.
 *
 * @param place from 1
 * @param isFirst of its track
 * @param isLast of its track
 * @param firstPage from 1, over the whole volume
 */
record BoundEntry(
        UUID paper,
        int number,
        String title,
        List<String> authors,
        @Nullable String track,
        UUID file,
        int pages,
        int place,
        boolean isFirst,
        boolean isLast,
        int firstPage) {
    public int lastPage() {
        return firstPage + pages - 1;
    }
}
