package org.plenary.papers.submission;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.submission.SubmissionInput.ConflictInput;

/** Conflicts as people type them: one a line, the reason behind a bar. */
final class ConflictLines {
    private ConflictLines() {}

    static String of(List<Conflict> conflicts) {
        return conflicts.stream()
                .map(each -> each.reason() == null ? each.who() : each.who() + " | " + each.reason())
                .collect(Collectors.joining("\n"));
    }

    static List<@Nullable ConflictInput> read(String typed) {
        return typed.lines()
                .filter(line -> !line.isBlank())
                .<@Nullable ConflictInput>map(line -> {
                    // the bar of a Chinese keyboard too
                    var parts = line.split("[|｜]", 2);
                    return new ConflictInput(parts[0], parts.length == 2 ? parts[1] : null);
                })
                .toList();
    }
}
