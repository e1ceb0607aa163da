package org.plenary.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MainTests {

    @Test
    void optionsBecomeSettings() {
        assertThat(Main.settings(List.of("--data=/d", "--only=postgres, mail", "--platform-port=9000", "--durable")))
                .isEqualTo(new Settings(Path.of("/d"), Set.of(Kind.POSTGRES, Kind.MAIL), true, 9000));
    }

    @Test
    void everythingStartsUnlessOnlySomeAreNamed() {
        assertThat(Main.settings(List.of("--data=/d")))
                .isEqualTo(new Settings(Path.of("/d"), EnumSet.allOf(Kind.class), false, 8080));
    }

    @Test
    void aMissingFolderAndAnUnknownOptionAreRefused() {
        assertThatThrownBy(() -> Main.settings(List.of("--durable"))).hasMessage("--data is missing");
        assertThatThrownBy(() -> Main.settings(List.of("--data=/d", "--dura"))).hasMessageContaining("--dura");
    }
}
