package org.plenary.papers.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.fulltext.FullText;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.plenary.papers.submission.StaffAuthors;
import org.springframework.stereotype.Component;

/**
 * Finds papers. Without the permission to read papers only those exist whose acceptance was announced, in hits and in counts; what is shown comes
 * from the database, after checking again that the caller may see it as it is today.
 */
@Component
public class PaperSearch {
    private static final List<String> FACETS =
            List.of(PaperDocuments.TRACK, PaperDocuments.COUNTRY, PaperDocuments.STATUS);

    private final FullText fullText;
    private final Papers papers;
    private final StaffAuthors staff;
    private final Callers callers;
    private final SameWords same;

    PaperSearch(FullText fullText, Papers papers, StaffAuthors staff, Callers callers, SameWords same) {
        this.fullText = fullText;
        this.papers = papers;
        this.staff = staff;
        this.callers = callers;
        this.same = same;
    }

    /**
     * @param filters accepted values of {@code track}, {@code country} and {@code status}; empty for all
     * @param inFiles whether what stands in the papers' files counts too, if whoever asks may read all papers
     */
    record Asked(
            String text,
            List<String> track,
            List<String> country,
            List<String> status,
            PaperOrder order,
            int limit,
            @Nullable String after,
            boolean inFiles) {}

    /** @param isPlain as in {@link FullText.Result} */
    record Found(
            List<FoundPaper> papers,
            long total,
            Map<String, Map<String, Long>> facets,
            @Nullable String next,
            boolean isPlain) {
        static final Found NOTHING = new Found(
                List.of(),
                0,
                FACETS.stream().collect(Collectors.toMap(Function.identity(), _ -> Map.of())),
                null,
                false);
    }

    record FoundPaper(Paper paper, double score, Map<String, List<String>> highlights) {}

    Found search(ConferenceView conference, Asked asked) {
        var mayReadAll = callers.current().may(Permission.PAPERS_READ);
        var accepted = PaperStatus.ACCEPTED.code();
        if (!mayReadAll && !asked.status().isEmpty() && !asked.status().contains(accepted)) return Found.NOTHING;
        var filters = new LinkedHashMap<String, List<String>>();
        filters.put(PaperDocuments.TRACK, asked.track());
        filters.put(PaperDocuments.COUNTRY, asked.country());
        filters.put(PaperDocuments.STATUS, mayReadAll ? withHeld(asked.status()) : List.of(accepted));
        // a facet is counted without its own filter: the counts of other states are not for everybody
        var facets = mayReadAll ? FACETS : List.of(PaperDocuments.TRACK, PaperDocuments.COUNTRY);
        var result = fullText.search(new FullText.Query(
                PaperDocuments.KIND,
                conference.id(),
                asked.text(),
                filters,
                facets,
                asked.limit(),
                asked.after(),
                same.of(conference.id()).words().groups(),
                asked.order().order(),
                mayReadAll ? known(conference) : List.of(),
                mayReadAll && asked.inFiles()));
        var counts = new LinkedHashMap<>(result.facets());
        if (!mayReadAll) counts.put(PaperDocuments.STATUS, Map.of(accepted, result.total()));
        counts.computeIfPresent(PaperDocuments.STATUS, (_, statuses) -> withoutHeld(statuses));
        return new Found(
                rows(conference, result.hits(), mayReadAll, asked.status()),
                result.total(),
                counts,
                result.next(),
                result.isPlain());
    }

    /** Papers of whoever asks stand where authors know them to stand, so that neither hits nor counts tell them more. */
    private List<FullText.Known> known(ConferenceView conference) {
        return staff.own(conference.id()).stream()
                .collect(Collectors.groupingBy(Paper::status, Collectors.mapping(Paper::id, Collectors.toSet())))
                .entrySet()
                .stream()
                .map(each ->
                        new FullText.Known(PaperDocuments.STATUS, each.getKey().code(), each.getValue()))
                .toList();
    }

    private static List<String> withHeld(List<String> status) {
        if (!status.contains(PaperStatus.ACCEPTED.code())) return status;
        return Stream.concat(status.stream(), Stream.of(PaperDocuments.HELD)).toList();
    }

    /** For staff a paper is accepted, whether its authors know it or not. */
    private static Map<String, Long> withoutHeld(Map<String, Long> counts) {
        var shown = new LinkedHashMap<>(counts);
        var held = shown.remove(PaperDocuments.HELD);
        if (held != null) shown.merge(PaperStatus.ACCEPTED.code(), held, Long::sum);
        return shown;
    }

    /** @param status that were asked for: a paper of whoever asks has the one that its authors know */
    private List<FoundPaper> rows(
            ConferenceView conference, List<FullText.Hit> hits, boolean mayReadAll, List<String> status) {
        var found = papers.byIds(hits.stream().map(FullText.Hit::id).toList());
        var today = (mayReadAll ? staff.seen(found) : found)
                .stream()
                        .filter(p -> p.conference().equals(conference.id()))
                        .filter(p -> mayReadAll || p.isAccepted())
                        .filter(p ->
                                status.isEmpty() || status.contains(p.status().code()))
                        .collect(Collectors.<Paper, UUID, Paper>toMap(Paper::id, Function.identity()));
        return hits.stream()
                .map(hit -> {
                    var paper = today.get(hit.id());
                    return paper == null ? null : new FoundPaper(paper, hit.score(), hit.highlights());
                })
                .filter(Objects::nonNull)
                .toList();
    }
}
