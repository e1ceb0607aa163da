package org.plenary.papers.inspection.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;

/** Takes out of pictures what says who made them and where (Exif, XMP, IPTC, comments). What is not understood is left as it is. */
final class ImageMetadata {
    private static final int MARKER = 0xff;
    private static final int START_OF_SCAN = 0xda;
    private static final int COMMENT = 0xfe;
    private static final int FIRST_APPLICATION = 0xe0;
    private static final int LAST_APPLICATION = 0xef;

    /** JFIF, colour profile, and how Adobe encodes colours: needed to show the picture. */
    private static final Set<Integer> NEEDED = Set.of(0xe0, 0xe2, 0xee);

    private static final Set<Integer> BOXES = Set.of(code("uuid"), code("xml "), code("uinf"));
    private static final int BOX_HEADER = 8;

    private ImageMetadata() {}

    static byte[] withoutIn(byte[] jpeg) {
        if (jpeg.length < 4 || at(jpeg, 0) != MARKER || at(jpeg, 1) != 0xd8) return jpeg;
        var out = new ByteArrayOutputStream(jpeg.length);
        out.write(jpeg, 0, 2);
        var place = 2;
        while (place + 4 <= jpeg.length && at(jpeg, place) == MARKER) {
            var marker = at(jpeg, place + 1);
            if (marker == START_OF_SCAN) break;
            if (marker == MARKER) {
                place++;
                continue;
            }
            var end = place + 2 + (at(jpeg, place + 2) << 8) + at(jpeg, place + 3);
            if (end > jpeg.length || end < place + 4) break;
            if (!isMetadata(marker)) out.write(jpeg, place, end - place);
            place = end;
        }
        out.write(jpeg, place, jpeg.length - place);
        return out.toByteArray();
    }

    static byte[] withoutInJpeg2000(byte[] file) {
        var out = new ByteArrayOutputStream(file.length);
        var place = 0;
        while (place + BOX_HEADER <= file.length) {
            var header = ByteBuffer.wrap(file, place, BOX_HEADER);
            var length = header.getInt();
            var kind = header.getInt();
            // 0 goes to the end, 1 has its length elsewhere; a bare code stream begins with ff 4f
            if (length < BOX_HEADER || length > file.length - place) break;
            if (!BOXES.contains(kind)) out.write(file, place, length);
            place += length;
        }
        out.write(file, place, file.length - place);
        return out.toByteArray();
    }

    private static boolean isMetadata(int marker) {
        return marker == COMMENT
                || marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION && !NEEDED.contains(marker);
    }

    private static int at(byte[] bytes, int place) {
        return bytes[place] & 0xff;
    }

    private static int code(String box) {
        return ByteBuffer.wrap(box.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .getInt();
    }
}
