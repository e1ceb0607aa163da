package org.plenary.papers.proceedings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuthorIndexTests {
    @Test
    void namesStandBySurnameAndChineseOnesByTheirPronunciationBehindTheOthers() {
        var index = AuthorIndex.of(List.of(
                entry(1, "Yu Zhang", "Kun Zhan", "张伟", "Émile Zola"), entry(9, "欧阳修", "Änne Ott", "Kun Zhan", "李娜")));

        assertThat(index.groups()).extracting(AuthorIndex.Group::letter).containsExactly("O", "Z", "中文");
        assertThat(index.groups())
                .flatExtracting(AuthorIndex.Group::lines)
                .extracting(line -> line.name() + " " + line.pages())
                .containsExactly(
                        "Ott, Änne 9", "Zhan, Kun 1, 9", "Zhang, Yu 1", "Zola, Émile 1", "李娜 9", "欧阳修 9", "张伟 1");
    }

    @Test
    void namesAreTakenApartAsFarAsTheyAreKnown() {
        assertThat(AuthorName.of("Vincent van Gogh").sorted()).isEqualTo("van Gogh, Vincent");
        assertThat(AuthorName.of("Martin Luther King Jr.").sorted()).isEqualTo("King Jr., Martin Luther");
        assertThat(AuthorName.of("Lovelace, Ada").sorted()).isEqualTo("Lovelace, Ada");
        assertThat(AuthorName.of("Madonna").sorted()).isEqualTo("Madonna");
        assertThat(AuthorName.of("欧阳修")).isEqualTo(new AuthorName("欧阳", "修", true));
        assertThat(AuthorName.of("张 伟")).isEqualTo(new AuthorName("张", "伟", true));
    }

    @Test
    void numbersOfBooksHoldByTheirLastDigit() {
        assertThat(List.of("978-3-16-148410-0", "9783161484100", "3-16-148410-X", "3 16 148410 x"))
                .allMatch(BookNumbers::isIsbn);
        assertThat(List.of("978-3-16-148410-1", "977-3-16-148410-0", "3-16-148410-1", "12", ""))
                .noneMatch(BookNumbers::isIsbn);
        assertThat(List.of("2049-3630", "20493630", "0317-8471")).allMatch(BookNumbers::isIssn);
        assertThat(List.of("2049-3631", "2049-363", "")).noneMatch(BookNumbers::isIssn);
    }

    private static BoundEntry entry(int page, String... authors) {
        return new BoundEntry(
                UUID.randomUUID(), 1, "A paper", List.of(authors), null, UUID.randomUUID(), 8, 1, true, true, page);
    }
}
