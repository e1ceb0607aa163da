package org.plenary.papers.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.Ids;
import org.plenary.papers.committee.ConflictReason.Kind;
import org.plenary.papers.submission.Answers;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.Conflict;
import org.plenary.papers.submission.Content;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;

class ConflictIndexTests {
    private static final UUID CONFERENCE = Ids.next();

    @Test
    void anAuthorIsFoundByAnyOfTheirAddresses() {
        var rita = reviewer("Rita Read", "rita@work.example", null);
        var paper = paper(List.of(author("R. Read", "rita@home.example", null)));

        assertThat(kinds(rita, paper)).isEmpty();
        var index =
                new ConflictIndex(List.of(rita), Map.of(rita.id(), Set.of("rita@home.example")), Map.of(), List.of());
        assertThat(index.of(paper).get(rita.id()))
                .extracting(ConflictReason::kind)
                .contains(Kind.AUTHOR);
    }

    @Test
    void colleaguesAreFoundByTheInstitutionOfTheirAddressesAndSharedMailHostsSayNothing() {
        var rita = reviewer("Rita Read", "rita@cs.tsinghua.edu.cn", null);
        var omar = reviewer("Omar Other", "omar@gmail.com", null);

        assertThat(kinds(rita, paper(List.of(author("Li Wei", "li@sigs.tsinghua.edu.cn", null)))))
                .containsExactly(Kind.SAME_DOMAIN);
        assertThat(kinds(rita, paper(List.of(author("Li Wei", "li@pku.edu.cn", null)))))
                .isEmpty();
        assertThat(kinds(omar, paper(List.of(author("Li Wei", "li@gmail.com", null)))))
                .isEmpty();
    }

    @Test
    void colleaguesAreFoundByTheInstitutionAmongTheWordsOfTheirAffiliation() {
        var rita = reviewer("Rita Read", "rita@gmail.com", "Department of Physics, Université de Genève");
        var paper = paper(List.of(author("Ada", "ada@web.de", "Universite de Geneve; Geneva")));

        assertThat(kinds(rita, paper)).containsExactly(Kind.SAME_AFFILIATION);
        assertThat(kinds(rita, paper(List.of(author("Ada", "ada@web.de", "Department of Physics, ETH")))))
                .as("a department is no institution")
                .isEmpty();
    }

    @Test
    void aNamesakeIsAConflictOnlyWhereNoAddressTellsThemApart() {
        var wei = reviewer("Li Wei", "wei@work.example", null);

        assertThat(kinds(wei, paper(List.of(author("Wei LI", null, null))))).containsExactly(Kind.SAME_NAME);
        assertThat(kinds(wei, paper(List.of(author("Li Wei", "other@elsewhere.example", null)))))
                .isEmpty();
    }

    @Test
    void whatAuthorsAndReviewersDeclareCountsByNameAddressAndInstitution() {
        var rita = reviewer("Rita Read", "rita@work.example", "Institute of Walking");
        for (var who : List.of("Rita Read", "RITA@work.example", "work.example", "Institute of Walking"))
            assertThat(kinds(rita, paper(List.of(author("Ada", "ada@a.example", null)), new Conflict(who, null))))
                    .as(who)
                    .containsExactly(Kind.DECLARED_BY_AUTHORS);
        for (var who : List.of("Ada", "ada@a.example", "a.example", "College of Sums"))
            assertThat(kinds(declaring(rita, who), paper(List.of(author("Ada", "ada@a.example", "College of Sums")))))
                    .as(who)
                    .containsExactly(Kind.DECLARED_BY_REVIEWER);
    }

    @Test
    void whoWroteTogetherBeforeHasAConflict() {
        var rita = reviewer("Rita Read", "rita@work.example", null);
        var coauthors = Map.of("rita@work.example", Set.of("ada@a.example"));
        var index = new ConflictIndex(List.of(rita), Map.of(), coauthors, List.of());

        assertThat(index.of(paper(List.of(author("Ada", "ada@a.example", null))))
                        .get(rita.id()))
                .containsExactly(new ConflictReason(Kind.CO_AUTHOR, "Ada"));
    }

    @Test
    void theChairsHaveTheLastWordExceptOverAuthors() {
        var rita = reviewer("Rita Read", "rita@work.example", null);
        var colleague = paper(List.of(author("Ada", "ada@work.example", null)));
        var own = paper(List.of(author("Rita Read", "rita@work.example", null)));
        var stranger = paper(List.of(author("Zoe", "zoe@z.example", null)));

        assertThat(ruled(rita, colleague, false)).isEmpty();
        assertThat(ruled(rita, own, false)).containsExactly(Kind.AUTHOR);
        assertThat(ruled(rita, stranger, true)).containsExactly(Kind.RULED);
    }

    private static List<Kind> kinds(Reviewer reviewer, Paper paper) {
        return kinds(new ConflictIndex(List.of(reviewer), Map.of(), Map.of(), List.of()), reviewer, paper);
    }

    private static List<Kind> ruled(Reviewer reviewer, Paper paper, boolean conflicts) {
        var ruling = new Ruling(paper.id(), reviewer.id(), conflicts, "We know", "Carla", Instant.EPOCH);
        return kinds(new ConflictIndex(List.of(reviewer), Map.of(), Map.of(), List.of(ruling)), reviewer, paper);
    }

    private static List<Kind> kinds(ConflictIndex index, Reviewer reviewer, Paper paper) {
        return index.of(paper).getOrDefault(reviewer.id(), List.of()).stream()
                .map(ConflictReason::kind)
                .toList();
    }

    private static Reviewer reviewer(String name, String email, @Nullable String affiliation) {
        return new Reviewer(
                Ids.next(),
                CONFERENCE,
                null,
                email,
                name,
                Locale.ENGLISH,
                new Seat(false, List.of(), 0, 6),
                new Profile(affiliation, null, Map.of(), "", List.of(), null, null),
                Reviewer.Standing.ACCEPTED,
                null,
                Instant.EPOCH,
                null,
                1);
    }

    private static Reviewer declaring(Reviewer reviewer, String who) {
        return reviewer.say(new Profile(null, null, Map.of(), "", List.of(new Conflict(who, null)), null, null));
    }

    private static Author author(String name, @Nullable String email, @Nullable String affiliation) {
        return new Author(name, email, affiliation, null, false, null);
    }

    private static Paper paper(List<Author> authors, Conflict... conflicts) {
        return new Paper(
                Ids.next(),
                CONFERENCE,
                1,
                null,
                new Content("Title", "Text", List.of(), null, null, List.of(), authors, Arrays.asList(conflicts)),
                Answers.NONE,
                PaperStatus.SUBMITTED,
                null,
                null,
                null,
                null,
                Locale.ENGLISH,
                Instant.EPOCH,
                1);
    }
}
