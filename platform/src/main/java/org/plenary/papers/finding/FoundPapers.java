package org.plenary.papers.finding;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenary.fulltext.FullText;
import org.plenary.fulltext.IndexedKind;
import org.plenary.fulltext.Marked;
import org.plenary.identity.Permission;
import org.plenary.kernel.web.Formats;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.plenary.papers.submission.StaffAuthors;
import org.springframework.stereotype.Component;

/** Papers in the box in the head of the pages. Of their own papers staff learn no more than any author does. */
@Component
class FoundPapers implements IndexedKind {
    private final Papers papers;
    private final StaffAuthors staff;
    private final Formats formats;
    private final SameWords same;

    FoundPapers(Papers papers, StaffAuthors staff, Formats formats, SameWords same) {
        this.papers = papers;
        this.staff = staff;
        this.formats = formats;
        this.same = same;
    }

    @Override
    public String key() {
        return PaperDocuments.KIND;
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public String icon() {
        return "ti-file-text";
    }

    @Override
    public Permission permission() {
        return Permission.PAPERS_READ;
    }

    /** Each conference has words of its own: where several are looked in, those of none count. */
    @Override
    public List<List<String>> synonyms(Asked asked) {
        return asked.ids().size() == 1
                ? same.of(asked.ids().iterator().next()).words().groups()
                : List.of();
    }

    @Override
    public boolean looksIntoFiles() {
        return true;
    }

    @Override
    public List<Shown> shown(List<FullText.Hit> hits, Asked asked) {
        var today = new HashMap<UUID, Paper>();
        staff.seen(papers.byIds(hits.stream().map(FullText.Hit::id).toList())).stream()
                .filter(paper -> asked.ids().contains(paper.conference()))
                .forEach(paper -> today.put(paper.id(), paper));
        return hits.stream()
                .flatMap(hit -> Stream.ofNullable(today.get(hit.id())).map(paper -> shown(paper, hit, asked)))
                .toList();
    }

    private Shown shown(Paper paper, FullText.Hit hit, Asked asked) {
        var authors = paper.content().authors().stream().map(Author::name).collect(Collectors.joining(", "));
        var line = "#" + paper.number() + " · " + formats.status(paper.status()) + " · " + authors;
        return new Shown(
                paper.id(),
                paper.conference(),
                Marked.of(paper.content().title(), hit, "title", asked.text()),
                Marked.of(line, asked.text()),
                asked.base(paper.conference()) + "/papers/" + paper.number());
    }
}
