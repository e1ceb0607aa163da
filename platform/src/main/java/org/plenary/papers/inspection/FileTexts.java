package org.plenary.papers.inspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenary.files.FileStore;
import org.plenary.papers.submission.Paper;
import org.springframework.stereotype.Component;

/** What stands in papers' files, for whoever compares them. Each is read anew, by a process of its own; nothing of it is kept here. */
@Component
public class FileTexts {
    private final InspectionProcess process;
    private final Inspections inspections;
    private final FileStore files;

    FileTexts(InspectionProcess process, Inspections inspections, FileStore files) {
        this.process = process;
        this.inspections = inspections;
        this.files = files;
    }

    /** Whether its newest file was looked into, so that it can be read now. */
    public boolean isThere(Paper paper) {
        return inspections
                .find(paper.id())
                .filter(one -> one.isOf(paper) && one.done())
                .isPresent();
    }

    /**
     * The text of a paper's newest file; empty when it has none, or none that can be read. Waits until nothing else is read on this node.
     *
     * @throws IllegalStateException when the process was ended from outside: try again
     */
    public String of(Paper paper) throws InterruptedException {
        var pages = new ArrayList<String>();
        var file = paper.file();
        if (file != null && isReadable(paper) && files.find(file).isPresent())
            process.inTurn(() -> pages.addAll(read(file)));
        return String.join("\n", pages);
    }

    /**
     * The text of any file, whether it was looked into or not; empty when it cannot be read. Waits until nothing else is read on this node.
     *
     * @param begin which file that is, asked when its turn has come; null for none after all
     * @throws IllegalStateException as above
     */
    public void read(Supplier<@Nullable UUID> begin, BiConsumer<UUID, String> end) throws InterruptedException {
        process.inTurn(() -> {
            var file = begin.get();
            if (file == null) return;
            var pages = files.find(file).isPresent() ? read(file) : List.<String>of();
            end.accept(file, String.join("\n", pages));
        });
    }

    private List<String> read(UUID file) throws InterruptedException {
        try (var content = files.open(file)) {
            return process.text(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReadable(Paper paper) {
        var facts = facts(paper);
        return facts != null && facts.state() == FileFacts.State.READ;
    }

    private @Nullable FileFacts facts(Paper paper) {
        return inspections
                .find(paper.id())
                .filter(one -> one.isOf(paper))
                .map(Inspection::facts)
                .orElse(null);
    }
}
