package org.plenary.papers.submission;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom the organizers write to about a paper: the author who handed it in, and those who said that they are authors of it. */
@Component
public class ReachableAuthors {
    private final Coauthors coauthors;

    ReachableAuthors(Coauthors coauthors) {
        this.coauthors = coauthors;
    }

    /** @param index among the authors of the paper, from 0 */
    public record Reached(int index, Author author, String email) {}

    @Transactional(readOnly = true)
    public List<Reached> of(Paper paper) {
        var standings = coauthors.standings(paper.id());
        var all = paper.content().authors();
        var first = paper.content().corresponding().orElse(null);
        return IntStream.range(0, all.size())
                .mapToObj(index -> {
                    var email = all.get(index).email();
                    return new Reached(index, all.get(index), email == null ? "" : Coauthors.lower(email));
                })
                .filter(each -> !each.email().isEmpty())
                .filter(each -> each.author().equals(first)
                        || Coauthor.Standing.CONFIRMED.code().equals(standings.get(each.email())))
                .toList();
    }
}
