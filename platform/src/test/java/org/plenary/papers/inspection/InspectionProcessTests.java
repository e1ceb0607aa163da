package org.plenary.papers.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.junit.jupiter.api.Test;
import org.plenary.papers.inspection.pdf.PdfReport;
import org.plenary.papers.inspection.pdf.PdfReport.State;

/** Real processes. That this virtual machine goes on to the next test is how we know that no file harms it. */
class InspectionProcessTests {
    private static final String NAME = "Quillacanary";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final InspectionProcess process = new InspectionProcess(new InspectionProperties(LIMIT, 256));

    @Test
    void aPaperIsReadWithItsPagesItsSizeItsFontsAndItsText() throws Exception {
        var report = report(SomePdfs.ofPages(3, "A paper about nothing in particular"));

        assertThat(report.state()).isEqualTo(State.READ);
        assertThat(report.pages()).isEqualTo(3);
        assertThat(report.sizes()).containsExactly(new PdfReport.Size(595, 842, 3));
        assertThat(report.fonts()).isEmpty();
        assertThat(report.hasText()).isTrue();
        assertThat(report.texts()).extracting(PdfReport.PageText::page).containsExactly(1, 2, 3);
        assertThat(report.texts().getFirst().text()).contains("nothing in particular");
        assertThat(report.script() || report.attachments() || report.locked()).isFalse();
    }

    @Test
    void theCopyHasTheSamePageAndNobodysNameAnywhere() throws Exception {
        var signed = SomePdfs.signedEverywhere(NAME);
        assertThat(namesIn(signed)).as("what the test is about").hasSizeGreaterThan(6);

        var copy = process.look(new ByteArrayInputStream(signed), true, (ending, file) -> {
            var report = ((Ending.Read) ending).report();
            assertThat(report.copy()).isEqualTo(new PdfReport.Copy(true, null));
            assertThat(report.script()).isTrue();
            assertThat(report.attachments()).isTrue();
            assertThat(report.fonts()).containsExactly("Helvetica");
            assertThat(report.properties()).extracting(PdfReport.Property::name).contains("Author", "Company", "XMP");
            return Files.readAllBytes(file);
        });

        assertThat(namesIn(copy)).isEmpty();
        var read = report(copy);
        assertThat(read.pages()).isEqualTo(1);
        assertThat(read.texts().getFirst().text()).contains("A paper by nobody at all");
        assertThat(read.properties()).isEmpty();
        assertThat(read.script()).isFalse();
        assertThat(read.attachments()).isFalse();
        assertThat(pictures(copy)).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsTold() throws Exception {
        var whole = SomePdfs.ofPages(5, "A paper whose upload was broken off");
        assertThat(report(new byte[0]).state()).isEqualTo(State.NO_PDF);
        assertThat(report(SomePdfs.ascii("<!doctype html><title>paper.pdf</title>"))
                        .state())
                .isEqualTo(State.NO_PDF);
        assertThat(report(Arrays.copyOf(whole, whole.length / 2)).state()).isEqualTo(State.CUT_OFF);
        assertThat(report(SomePdfs.ascii("%PDF-1.7\nnothing\n%%EOF")).state()).isEqualTo(State.BROKEN);
        assertThat(report(SomePdfs.withPassword()).state()).isEqualTo(State.PASSWORD);
        assertThat(report(SomePdfs.pagesInACircle()).state()).isEqualTo(State.BROKEN);
        assertThat(report(SomePdfs.bracketsInBrackets(500_000)).state()).isEqualTo(State.BROKEN);
    }

    @Test
    void aGigabyteInASmallFileEndsTheProcessAndNothingElse() throws Exception {
        var bombs = List.of(SomePdfs.bombOfObjects(), SomePdfs.bombOfMetadata());
        for (var bomb : bombs) {
            assertThat(bomb).hasSizeLessThan(2_000_000);
            assertThat(ending(bomb)).isEqualTo(new Ending.TooLarge());
        }
    }

    @Test
    void manyPagesAndPagesFarDownAreCounted() throws Exception {
        assertThat(report(SomePdfs.ofPages(10_000, "One of very many pages")).pages())
                .isEqualTo(10_000);
        assertThat(report(SomePdfs.pagesFarDown(200)).pages()).isEqualTo(1);
        assertThat(report(SomePdfs.pagesFarDown(20_000)).state()).isIn(State.READ, State.BROKEN);
    }

    @Test
    void whatTakesTooLongIsStopped() throws Exception {
        var slow = new InspectionProcess(new InspectionProperties(Duration.ofSeconds(1), 256));
        var begun = Instant.now();
        Ending ending = slow.look(new ByteArrayInputStream(SomePdfs.pageThatDrawsItself()), true, (end, file) -> end);
        assertThat(ending).isEqualTo(new Ending.TooLong());
        assertThat(Duration.between(begun, Instant.now())).isLessThan(LIMIT);
    }

    @Test
    void nothingIsLeftBehindAndNothingIsHandedOn() throws Exception {
        Path[] folder = new Path[1];
        process.look(new ByteArrayInputStream(SomePdfs.ofPages(1, "Gone")), true, (ending, copy) -> {
            folder[0] = copy.getParent();
            assertThat(folder[0]).isDirectory();
            return ending;
        });
        assertThat(folder[0]).doesNotExist();
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    private PdfReport report(byte[] pdf) throws InterruptedException {
        var ending = ending(pdf);
        assertThat(ending).isInstanceOf(Ending.Read.class);
        return ((Ending.Read) ending).report();
    }

    private Ending ending(byte[] pdf) throws InterruptedException {
        return process.look(new ByteArrayInputStream(pdf), false, (ending, copy) -> ending);
    }

    /** Where the name stands in any object, unpacked. */
    private static List<String> namesIn(byte[] pdf) throws IOException {
        var found = new ArrayList<String>();
        if (new String(pdf, StandardCharsets.ISO_8859_1).contains(NAME)) found.add("as it is");
        try (var document = Loader.loadPDF(pdf)) {
            for (var key : document.getDocument().getXrefTable().keySet()) {
                var object = document.getDocument().getObjectFromPool(key);
                look(object, found, new ArrayList<>());
            }
            look(document.getDocument().getTrailer(), found, new ArrayList<>());
        }
        return found;
    }

    private static void look(COSBase object, List<String> found, List<COSBase> above) {
        if (above.contains(object)) return;
        var here = new ArrayList<>(above);
        here.add(object);
        switch (object) {
            case COSObject reference when above.isEmpty() -> look(reference.getObject(), found, here);
            case COSString text when text.getString().contains(NAME) -> found.add(text.getString());
            case COSArray array -> {
                for (var each : array) if (each != null) look(each, found, here);
            }
            case COSDictionary dictionary -> {
                if (dictionary instanceof COSStream stream) unpacked(stream, found);
                for (var entry : dictionary.entrySet()) look(entry.getValue(), found, here);
            }
            case null, default -> {}
        }
    }

    private static void unpacked(COSStream stream, List<String> found) {
        try (var raw = stream.createRawInputStream()) {
            var text = new String(raw.readAllBytes(), StandardCharsets.ISO_8859_1);
            if (text.contains(NAME)) found.add("stream");
            if (!COSName.FLATE_DECODE.equals(stream.getFilters())) return;
            try (var in = stream.createInputStream()) {
                if (new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(NAME)) found.add("packed stream");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int pictures(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var count = 0;
            var resources = document.getPage(0).getResources();
            for (var name : resources.getXObjectNames()) if (resources.isImageXObject(name)) count++;
            return count;
        }
    }
}
