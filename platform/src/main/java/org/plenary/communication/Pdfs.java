package org.plenary.communication;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws PDFs from Thymeleaf pages, with a font that has Latin and Chinese. */
public interface Pdfs {
    /** @param template an XHTML page under {@code templates/}, such as {@code pdf/registration/ticket} */
    byte[] draw(String template, Locale locale, Map<String, Object> model);

    /**
     * Several of them one after the other, their pages numbered over the whole. Each is drawn with {@code isPart} in its model, so that it
     * numbers none itself.
     */
    byte[] join(List<byte[]> parts);

    /** A QR code as a {@code data:image/png} address for an image in such a page. */
    String qrCode(String text);
}
