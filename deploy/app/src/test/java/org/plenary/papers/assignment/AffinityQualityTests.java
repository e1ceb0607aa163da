package org.plenary.papers.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the affinity finds those who know a paper's matter; the figures stand in {@code deploy/docs/assignment.md}. */
class AffinityQualityTests {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whoWroteAPaperIsFoundByTheirOtherPapers(int each) throws Exception {
        var papers = HiddenPapers.ofCorl();

        var byText = papers.find(papers.byText(), each);
        var byKeywords = papers.find(papers.byKeywords(), each);
        var byChance = papers.find(papers.byChance(1), each);

        assertThat(byText.hidden()).isGreaterThan(150);
        var found = "%s, %s, %s".formatted(byText, byKeywords, byChance);
        assertThat(byText.reciprocal()).as(found).isGreaterThan(1.3 * byKeywords.reciprocal());
        assertThat(byText.firstFive()).as(found).isGreaterThan(1.3 * byKeywords.firstFive());
        assertThat(byText.firstTen()).as(found).isGreaterThan(1.2 * byKeywords.firstTen());
        assertThat(byKeywords.reciprocal()).as(found).isGreaterThan(1.3 * byChance.reciprocal());
        assertThat(byText.firstFive()).as(found).isGreaterThan(2.5 * byChance.firstFive());
    }
}
