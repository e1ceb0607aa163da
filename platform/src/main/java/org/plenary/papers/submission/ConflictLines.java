package org.plenary.papers.submission;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;
import org.plenary.papers.submission.SubmissionInput.ConflictInput;

/** Conflicts as people type them: one a line, the reason behind a bar. */
public final class ConflictLines {
    private ConflictLines() {}

    public static String of(List<Conflict> conflicts) {
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

    /** The conflicts of somebody's own page; the first that is wrong is told of the whole field. */
    public static List<Conflict> checked(Violations wrong, String pointer, String typed) {
        var inputs = read(typed).stream().filter(Objects::nonNull).toList();
        var found = new Violations();
        ContentRules.conflicts(found, pointer, inputs);
        found.list().stream()
                .findFirst()
                .ifPresent(first -> wrong.add(pointer, first.code(), first.detail(), first.details()));
        return inputs.stream()
                .filter(input -> input.who() != null && !input.who().isBlank())
                .map(ConflictInput::conflict)
                .toList();
    }
}
