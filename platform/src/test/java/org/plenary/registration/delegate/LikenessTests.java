package org.plenary.registration.delegate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Joseph Fourier|Fourier, Joseph
            Joseph Fourier|J. Fourier
            Jean-Baptiste Joseph Fourier|Joseph Fourier
            Hui-Min Liu|Liu Huimin
            Käthe Müller|Kathe Mueller
            Søren Łukasz|Soren Lukasz
            Prof. Dr. Emmy Noether|Emmy Noether
            Emmy Noether|Emmy Noehter Noether
            Katherine Johnson|Katharine Johnson
            刘慧敏|刘 慧敏
            刘慧敏教授|刘慧敏
            刘慧敏 (Liu Huimin)|刘慧敏
            刘慧敏Liu Huimin|Huimin Liu
            """)
    void theseNamesMayBeOne(String one, String other) {
        var name = Likeness.tokens(one);
        var otherName = Likeness.tokens(other);

        assertThat(Likeness.isSameName(name, otherName)).isTrue();
        assertThat(Likeness.isSameName(otherName, name)).isTrue();
        assertThat(Likeness.blocks(name)).containsAnyElementsOf(Likeness.blocks(otherName));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Joseph Fourier|Charles Fourier
            Wei Wang|Li Wang
            J. F.|Joseph Fourier
            Fourier|Joseph Fourier
            刘慧敏|刘慧明
            刘敏|刘慧敏
            ''|Ada Lovelace
            """)
    void theseNamesAreTwo(String one, String other) {
        assertThat(Likeness.isSameName(Likeness.tokens(one), Likeness.tokens(other)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Technical University of Munich|TU Munich|true
            Università di Bologna|Universita di Bologna|true
            清华大学|清华大学计算机系|true
            University of Munich|University of Vienna|false
            北京师范大学|北京大学|false
            University|Institute|false
            """)
    void placesAreToldApartByWhatIsTheirOwn(String one, String other, boolean same) {
        assertThat(Likeness.isSamePlace(one, other)).isEqualTo(same);
    }
}
