package org.plenary.files.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ContentTypeTests {
    @Test
    void aPdfIsToldByItsFirstBytes() {
        assertThat(ContentType.of(ascii("%PDF-1.7"))).contains(ContentType.PDF);
    }

    @Test
    void anSvgIsNothingWeKnow() {
        assertThat(ContentType.of(ascii("<svg xml"))).isEmpty();
        assertThat(ContentType.of(ascii("<?xml ve"))).isEmpty();
    }

    @Test
    void aPdfBehindOtherBytesIsNotTakenForOne() {
        assertThat(ContentType.of(ascii("<html>%P"))).isEmpty();
    }

    @Test
    void tooFewBytesAreNothing() {
        assertThat(ContentType.of(new byte[] {(byte) 0xff})).isEmpty();
    }

    @Test
    void theNameHasToEndAsItsKindDoes() {
        assertThat(ContentType.JPEG.suits("photo.JPG")).isTrue();
        assertThat(ContentType.JPEG.suits("photo.png")).isFalse();
        assertThat(ContentType.PDF.suits("paper")).isFalse();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
