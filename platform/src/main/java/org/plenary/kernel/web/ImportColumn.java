package org.plenary.kernel.web;

import java.util.List;
import java.util.stream.IntStream;
import org.plenary.kernel.TableFile;

/**
 * A column of a file that somebody brings in, as {@code fragments/import} draws it.
 *
 * @param samples some of its values
 * @param target what it is taken for; empty when it is left out
 */
public record ImportColumn(int index, String name, String samples, String target) {

    /** @param targets what each column is taken for, in the order of the file */
    public static List<ImportColumn> of(TableFile file, List<String> targets) {
        return IntStream.range(0, file.header().size())
                .mapToObj(i -> new ImportColumn(i, file.header().get(i), file.samples(i), targets.get(i)))
                .toList();
    }
}
