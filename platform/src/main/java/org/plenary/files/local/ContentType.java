package org.plenary.files.local;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a file really is, told from its first bytes. Only these kinds are known: everything else, SVG and HTML included,
 * can carry script or be read in more than one way.
 */
enum ContentType {
    PDF("application/pdf", Set.of("pdf"), new int[] {'%', 'P', 'D', 'F', '-'}),
    PNG("image/png", Set.of("png"), new int[] {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}),
    JPEG("image/jpeg", Set.of("jpg", "jpeg"), new int[] {0xff, 0xd8, 0xff}),
    ZIP("application/zip", Set.of("zip"), new int[] {'P', 'K', 3, 4});

    /** The most bytes that telling a kind takes. */
    static final int LONGEST_SIGNATURE = 8;

    private final String mediaType;
    private final Set<String> extensions;
    private final int[] signature;

    ContentType(String mediaType, Set<String> extensions, int[] signature) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.signature = signature;
    }

    static Optional<ContentType> of(byte[] start) {
        for (var type : values()) if (type.begins(start)) return Optional.of(type);
        return Optional.empty();
    }

    String mediaType() {
        return mediaType;
    }

    boolean isImage() {
        return this == PNG || this == JPEG;
    }

    /** Whether the name ends as names of this kind do. */
    boolean suits(String name) {
        var dot = name.lastIndexOf('.');
        return dot >= 0 && extensions.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private boolean begins(byte[] start) {
        if (start.length < signature.length) return false;
        for (var i = 0; i < signature.length; i++) if ((start[i] & 0xff) != signature[i]) return false;
        return true;
    }
}
