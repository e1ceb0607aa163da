package org.plenary.communication.document;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;

/**
 * The font of all documents, read ahead: reading its ten megabytes takes longer than drawing a ticket. A font that was read has a
 * position of its own in them, so no two documents share one at the same time; as many are kept as are drawn at once.
 */
final class ReadFonts {
    private static final int MOST_KEPT = 2;

    private final byte[] bytes;
    private final BlockingQueue<TrueTypeFont> idle = new ArrayBlockingQueue<>(MOST_KEPT);

    ReadFonts(String resource) throws IOException {
        bytes = new ClassPathResource(resource).getContentAsByteArray();
    }

    /** One that nobody else has until it is given back. */
    TrueTypeFont take() throws IOException {
        var read = idle.poll();
        return read == null ? new TTFParser().parse(new RandomAccessReadBuffer(bytes)) : read;
    }

    void giveBack(TrueTypeFont font) throws IOException {
        if (!idle.offer(font)) font.close();
    }
}
