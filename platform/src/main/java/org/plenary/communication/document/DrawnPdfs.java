package org.plenary.communication.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.plenary.communication.Pdfs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws with OpenHTMLtoPDF. Pages reach nothing outside of themselves: images come as {@code data:} addresses. */
@Component
class DrawnPdfs implements Pdfs {
    private static final String FONT = "fonts/NotoSansSC-Regular.ttf";
    private static final int NORMAL_WEIGHT = 400;
    private static final int QR_PIXELS = 320;

    static {
        // it would tell of each step of each document
        XRLog.setLoggingEnabled(false);
    }

    private final PageRendering pages;
    private final MessageSource messages;
    private final Supplier<Optional<String>> logo;
    private final ReadFonts fonts;
    private final FSDefaultCacheStore metrics = new FSDefaultCacheStore();

    @Autowired
    DrawnPdfs(PageRendering pages, MessageSource messages, DocumentLogo logo) throws IOException {
        this(pages, messages, logo::current);
    }

    /** @param logo of whom a document is from, as a {@code data:} address */
    DrawnPdfs(PageRendering pages, MessageSource messages, Supplier<Optional<String>> logo) throws IOException {
        this.pages = pages;
        this.messages = messages;
        this.logo = logo;
        this.fonts = new ReadFonts(FONT);
    }

    @Override
    public byte[] draw(String template, Locale locale, Map<String, Object> model) {
        var sender = Sender.current(messages, locale);
        var variables = new HashMap<>(model);
        variables.put(
                "pdf",
                Map.of(
                        "sender", sender.name(),
                        "color", sender.color(),
                        "language", locale.toLanguageTag(),
                        "logo", logo.get().orElse("")));
        var page = pages.render(template, locale, variables);
        return draw(locale.getLanguage().equals("zh") ? page : withNarrowQuotes(page));
    }

    /** The font is made for Chinese, in which curly quotes and apostrophes are as wide as a character. */
    private static String withNarrowQuotes(String page) {
        return page.replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replace("\u201c", "&#34;")
                .replace("\u201d", "&#34;");
    }

    byte[] draw(String xhtml) {
        var out = new ByteArrayOutputStream();
        try {
            var font = fonts.take();
            // the document reads from the font until it is written; after a failure its state is not known
            draw(xhtml, font, out);
            fonts.giveBack(font);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void draw(String xhtml, TrueTypeFont font, OutputStream out) throws IOException {
        try (var document = new PDDocument()) {
            new PdfRendererBuilder()
                    .useFastMode()
                    .usePDDocument(document)
                    .useFont(
                            new PDFontSupplier(PDType0Font.load(document, font, true)),
                            "Noto",
                            NORMAL_WEIGHT,
                            FontStyle.NORMAL,
                            true)
                    .useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, metrics)
                    .useExternalResourceAccessControl(
                            (uri, type) -> isData(uri), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useExternalResourceAccessControl(
                            (uri, type) -> isData(uri), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .withProducer("Plenary")
                    .withHtmlContent(xhtml, null)
                    .toStream(out)
                    .run();
        }
    }

    @Override
    public byte[] join(List<byte[]> parts) {
        try {
            var font = fonts.take();
            var numbered = PageNumbers.on(merged(parts), font);
            fonts.giveBack(font);
            return numbered;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] merged(List<byte[]> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        var merger = new PDFMergerUtility();
        parts.forEach(part -> merger.addSource(new RandomAccessReadBuffer(part)));
        merger.setDestinationStream(out);
        merger.mergeDocuments(null);
        return out.toByteArray();
    }

    @Override
    public String qrCode(String text) {
        var hints = Map.of(
                EncodeHintType.CHARACTER_SET,
                "UTF-8",
                EncodeHintType.ERROR_CORRECTION,
                ErrorCorrectionLevel.M,
                EncodeHintType.MARGIN,
                2);
        try {
            var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, QR_PIXELS, QR_PIXELS, hints);
            var png = new ByteArrayOutputStream();
            ImageIO.write(image(matrix), "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException e) {
            throw new IllegalArgumentException("this text does not fit into a QR code", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage image(BitMatrix matrix) {
        var image = new BufferedImage(matrix.getWidth(), matrix.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (var y = 0; y < matrix.getHeight(); y++)
            for (var x = 0; x < matrix.getWidth(); x++) image.setRGB(x, y, matrix.get(x, y) ? 0x000000 : 0xffffff);
        return image;
    }

    private static boolean isData(String uri) {
        return uri.startsWith("data:");
    }
}
