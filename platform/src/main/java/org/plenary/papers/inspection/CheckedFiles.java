package org.plenary.papers.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.springframework.stereotype.Component;

/** Files of papers with what is to be said about them by the rules of today. */
@Component
class CheckedFiles {
    private static final int PAGE = 500;

    private final Inspections inspections;
    private final FileRuleBook book;
    private final Papers papers;

    CheckedFiles(Inspections inspections, FileRuleBook book, Papers papers) {
        this.inspections = inspections;
        this.book = book;
        this.papers = papers;
    }

    CheckedFile of(Paper paper) {
        return CheckedFile.of(paper, inspections.find(paper.id()).orElse(null), book.judging(paper.conference()));
    }

    boolean hidesAuthors(UUID conference) {
        return book.hidesAuthors(conference);
    }

    /** Of all papers that have a file and are not withdrawn, by number. */
    List<CheckedFile> ofConference(UUID conference) {
        var judging = book.judging(conference);
        var known = inspections.ofConference(conference).stream()
                .collect(Collectors.toMap(Inspection::paper, Function.identity()));
        var files = new ArrayList<CheckedFile>();
        List<Paper> page;
        var after = 0;
        do {
            page = papers.list(conference, null, null, after, PAGE);
            for (var paper : page) {
                after = paper.number();
                if (paper.file() != null && paper.status() != PaperStatus.WITHDRAWN)
                    files.add(CheckedFile.of(paper, known.get(paper.id()), judging));
            }
        } while (page.size() == PAGE);
        return files;
    }
}
