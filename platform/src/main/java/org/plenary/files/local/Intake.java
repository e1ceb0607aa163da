package org.plenary.files.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.plenary.files.FileRule;
import org.plenary.kernel.ByteCount;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;

/** Takes a file in: writes it to a temporary place while counting, and finds out what it is. */
final class Intake {
    private static final int BUFFER = 16 * 1024;
    private static final int MAXIMUM_NAME = 200;

    /** Of an image, per side: drawing a larger one costs hundreds of megabytes whatever the file's size. */
    private static final int MAXIMUM_PIXELS = 8_000;

    private final FileRule rule;
    private final String pointer;

    Intake(FileRule rule, String pointer) {
        this.rule = rule;
        this.pointer = pointer;
    }

    /** @return the number of bytes written to {@code target} */
    long write(InputStream content, Path target) throws IOException {
        var size = 0L;
        try (var out = Files.newOutputStream(target)) {
            var buffer = new byte[BUFFER];
            for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > rule.maximumBytes()) throw tooLarge();
                out.write(buffer, 0, read);
            }
        }
        if (size == 0) throw new Problem.InvalidInput(pointer, "file_empty", "The file is empty.");
        return size;
    }

    ContentType type(String name, Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(ContentType.LONGEST_SIGNATURE);
        }
        var type = ContentType.of(start)
                .filter(found -> rule.types().contains(found.mediaType()))
                .orElseThrow(this::notAllowed);
        if (!type.suits(name))
            throw new Problem.InvalidInput(pointer, "file_name", "The file is not what its name says.");
        if (type.isImage()) checkPixels(file);
        return type;
    }

    /** The last part of what the browser calls the file, without what a name cannot hold. */
    String name(String given) {
        var slash = Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\'));
        var name = given.substring(slash + 1).replaceAll("\\p{Cntrl}", "").strip();
        new Violations().text(pointer, name, MAXIMUM_NAME).throwIfAny();
        return name;
    }

    private void checkPixels(Path file) throws IOException {
        try (var input = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) throw notAllowed();
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                if (reader.getWidth(0) > MAXIMUM_PIXELS || reader.getHeight(0) > MAXIMUM_PIXELS)
                    throw new Problem.InvalidInput(
                            pointer, "image_size", "At most " + MAXIMUM_PIXELS + " pixels on each side.");
            } catch (IOException | RuntimeException e) {
                if (e instanceof Problem problem) throw problem;
                throw notAllowed();
            } finally {
                reader.dispose();
            }
        }
    }

    private Problem tooLarge() {
        var violations = new Violations()
                .add(
                        pointer,
                        "file_too_large",
                        "At most " + rule.maximumBytes() + " bytes.",
                        Map.of("maximum", new ByteCount(rule.maximumBytes())));
        return new Problem.InvalidInput(violations.list());
    }

    private Problem notAllowed() {
        return new Problem.InvalidInput(new Violations()
                .add(
                        pointer,
                        "file_type",
                        "This kind of file is not accepted here.",
                        Map.of("accepted", rule.types().stream().sorted().toList()))
                .list());
    }
}
