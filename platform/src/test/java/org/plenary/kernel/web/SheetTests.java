package org.plenary.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTests {
    @Test
    void cellsThatLookLikeFormulasAreTexts() {
        var sheet = new Sheet("rooms", "rooms", List.of(List.of("=1+1", "Ada \"A\" Lovelace", "＝1+1", "\u200b=1")));

        assertThat(new String(sheet.asCsv().getBody(), StandardCharsets.UTF_8))
                .isEqualTo("\"'=1+1\",\"Ada \"\"A\"\" Lovelace\",\"'＝1+1\",\"'\u200b=1\"\r\n");
    }
}
