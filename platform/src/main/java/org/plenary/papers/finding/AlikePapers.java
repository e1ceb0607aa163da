package org.plenary.papers.finding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.plenary.fulltext.AlikeThings;
import org.plenary.kernel.Problem;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.springframework.stereotype.Component;

/**
 * Papers of the same conference that are like one. Everybody else than staff gets those alone whose acceptance was announced, as
 * {@link PaperSearch} has it; to nobody it tells how a paper was decided.
 */
@Component
class AlikePapers {
    private static final int MOST = 5;

    private final AlikeThings alike;
    private final Papers papers;

    AlikePapers(AlikeThings alike, Papers papers) {
        this.alike = alike;
        this.papers = papers;
    }

    List<Paper> forStaff(Paper paper) {
        return read(paper, Map.of())
                .filter(each -> each.status() != PaperStatus.WITHDRAWN)
                .limit(MOST)
                .toList();
    }

    List<Paper> forEverybody(Paper paper) {
        var accepted = Map.of(PaperDocuments.STATUS, List.of(PaperStatus.ACCEPTED.code()));
        return read(paper, accepted).filter(Paper::isAccepted).limit(MOST).toList();
    }

    /** A few more than are shown, for those that are left out as they are today. */
    private Stream<Paper> read(Paper paper, Map<String, List<String>> filters) {
        var ids = ids(paper, filters);
        if (ids.isEmpty()) return Stream.empty();
        var today = new HashMap<UUID, Paper>();
        papers.byIds(ids).forEach(each -> today.put(each.id(), each));
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(today.get(id)))
                .filter(each -> each.conference().equals(paper.conference())
                        && !each.id().equals(paper.id()));
    }

    /** None while they cannot be compared: the page has much else to show. */
    private List<UUID> ids(Paper paper, Map<String, List<String>> filters) {
        try {
            return alike.like(PaperDocuments.KIND, List.of(paper.conference()), text(paper), filters, 2 * MOST);
        } catch (Problem.Unavailable e) {
            return List.of();
        }
    }

    private static String text(Paper paper) {
        var content = paper.content();
        return String.join(". ", content.title(), String.join(", ", content.keywords()), content.summary());
    }
}
