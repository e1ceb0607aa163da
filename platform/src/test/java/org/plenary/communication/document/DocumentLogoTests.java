package org.plenary.communication.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class DocumentLogoTests {
    private static final int SIDE = 8_000;
    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void aSmallFileOfVeryManyDotsIsDrawnWithoutFillingTheMemory() throws IOException {
        var file = png();
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();

        var drawn = DocumentLogo.drawn(new ByteArrayInputStream(file));

        assertThat(file).hasSizeLessThan((int) (2 * MEGABYTE));
        assertThat(drawn.getWidth()).isEqualTo(SIDE / 4);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100 * MEGABYTE);
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        var head = new ByteArrayOutputStream();
        var data = new DataOutputStream(head);
        data.writeInt(SIDE);
        data.writeInt(SIDE);
        data.write(new byte[] {8, 6, 0, 0, 0});
        chunk(bytes, "IHDR", head.toByteArray());
        var dots = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(dots, new Deflater(Deflater.BEST_SPEED), 1 << 16)) {
            var line = new byte[1 + SIDE * 4];
            for (var i = 0; i < SIDE; i++) packed.write(line);
        }
        chunk(bytes, "IDAT", dots.toByteArray());
        chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String name, byte[] content) throws IOException {
        var out = new DataOutputStream(png);
        out.writeInt(content.length);
        var named = new ByteArrayOutputStream();
        named.write(name.getBytes(StandardCharsets.US_ASCII));
        named.write(content);
        out.write(named.toByteArray());
        var sum = new CRC32();
        sum.update(named.toByteArray());
        out.writeInt((int) sum.getValue());
    }
}
