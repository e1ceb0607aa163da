package org.plenary.communication.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DrawnPdfsTests {
    private static final float TEXT_RIGHT_EDGE = 595f - 51f;

    private DrawnPdfs pdfs;

    @BeforeEach
    void loadFont() throws IOException {
        pdfs = new DrawnPdfs(Rendering.pages(), Rendering.messages(), Optional::empty);
    }

    @Test
    void latinAndChineseAreBothThereAsText() throws IOException {
        var text = textOf(sample("机器人学习会议 2027", "Invoice for Zoë Müller, 上海市浦东新区世纪大道一号"));

        assertThat(text).contains("机器人学习会议 2027", "Zoë Müller", "上海市浦东新区世纪大道一号", "120.00");
    }

    @Test
    void quotesAreAsWideAsTheLanguageHasThem() throws IOException {
        var words = "O’Brien’s “Looms”";

        assertThat(textOf(sample("Invoice", words))).contains("O'Brien's \"Looms\"");
        assertThat(textOf(sample(Locale.CHINA, "发票", words))).contains(words);
    }

    @Test
    void longTextIsBrokenAtTheEdgeOfThePage() throws IOException {
        var word = "Donaudampfschifffahrtsgesellschaft".repeat(8);
        var rightmost = new float[1];
        var stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition at) {
                rightmost[0] = Math.max(rightmost[0], at.getXDirAdj() + at.getWidthDirAdj());
                super.processTextPosition(at);
            }
        };

        try (var document = Loader.loadPDF(sample(word, "会议".repeat(300)))) {
            stripper.getText(document);
        }

        assertThat(rightmost[0]).isLessThanOrEqualTo(TEXT_RIGHT_EDGE + 1);
    }

    /** They share fonts that were read before, one after the other. */
    @Test
    void documentsDrawnAtTheSameTimeHaveEachItsOwnText() {
        var drawn = IntStream.range(0, 24)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return textOf(sample("第" + i + "号 heading" + i, "text 文本"));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();

        for (var i = 0; i < drawn.size(); i++) assertThat(drawn.get(i)).contains("第" + i + "号 heading" + i, "文本");
    }

    @Test
    void addressesOutsideThePageAreNotFetched() throws IOException {
        var secret = Files.createTempFile("secret", ".png");
        Files.write(secret, new byte[] {1});

        var pdf = pdfs.draw("<html><body><p>Fine</p><img src=\"" + secret.toUri() + "\"/></body></html>");

        assertThat(textOf(pdf)).contains("Fine");
    }

    @Test
    void partsThatAreJoinedAreNumberedAsOneDocument() throws IOException {
        var lines = Collections.nCopies(60, "Ada Lovelace");
        var parts = IntStream.range(0, 3)
                .mapToObj(i ->
                        pdfs.draw("pdf/communication/part", Locale.ENGLISH, Map.of("isPart", true, "lines", lines)))
                .toList();

        var joined = pdfs.join(parts);

        try (var document = Loader.loadPDF(joined)) {
            var count = document.getNumberOfPages();
            assertThat(count).isGreaterThan(3);
            for (var page = 1; page <= count; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document).lines().filter(each -> each.contains(" / ")))
                        .as("page " + page)
                        .containsExactly(page + " / " + count);
            }
        }
    }

    @Test
    void aDocumentOfOnePieceNumbersItsPagesItself() throws IOException {
        var lines = Collections.nCopies(60, "Ada Lovelace");

        var text = textOf(pdfs.draw("pdf/communication/part", Locale.ENGLISH, Map.of("lines", lines)));

        assertThat(text).contains("1 / 2", "2 / 2");
    }

    private byte[] sample(String heading, String text) throws IOException {
        return sample(Locale.ENGLISH, heading, text);
    }

    private byte[] sample(Locale locale, String heading, String text) throws IOException {
        var pdf = pdfs.draw(
                "pdf/communication/sample",
                locale,
                Map.of(
                        "heading",
                        heading,
                        "text",
                        text,
                        "lines",
                        Collections.nCopies(3, "Full conference · 全会注册"),
                        "code",
                        pdfs.qrCode("https://example.org/c/corl/orders/7KQ2M")));
        return pdf;
    }

    /** The font draws some characters and the radicals that look the same with one glyph: normalizing tells them as one. */
    private static String textOf(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC);
        }
    }
}
