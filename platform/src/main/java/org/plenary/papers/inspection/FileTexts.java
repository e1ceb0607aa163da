package org.plenary.papers.inspection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.files.FileStore;
import org.plenary.papers.submission.Paper;
import org.springframework.stereotype.Component;

/** What stands in papers' files, for whoever compares them. Each is read anew, by a process of its own; nothing of it is kept. */
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

    private List<String> read(java.util.UUID file) throws InterruptedException {
        return process.text(files.open(file));
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
