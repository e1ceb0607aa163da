package org.plenary.papers.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class InspectionPropertiesTests {
    @Test
    void aFileMayTakeHalfAMinuteAndAQuarterOfAGigabyteUnlessSomebodySaysOtherwise() {
        var binder = new Binder(new MapConfigurationPropertySource(Map.of()));
        assertThat(binder.bindOrCreate("plenary.papers.inspection", InspectionProperties.class))
                .isEqualTo(new InspectionProperties(Duration.ofSeconds(30), 256));
    }

    @Test
    void nonsenseFailsAtStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new InspectionProperties(Duration.ZERO, 256));
        assertThatIllegalArgumentException().isThrownBy(() -> new InspectionProperties(Duration.ofSeconds(30), 1));
    }
}
