package org.plenary.communication.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.plenary.communication.Pictures;
import org.plenary.files.FileStore;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The logo of the organization that a document is from (TEN-06) and other pictures, no larger than paper needs them. */
@Component
class DocumentLogo implements Pictures {
    private static final Logger log = LoggerFactory.getLogger(DocumentLogo.class);

    /** 60 by 14 mm at 300 dots an inch. */
    private static final int WIDTH = 709;

    private static final int HEIGHT = 165;
    private static final int KEPT = 200;

    /** Of a picture, per side, before it is made small. */
    private static final int LARGEST = 2_000;

    private final FileStore files;
    private final Cache<Key, Optional<String>> drawn =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    DocumentLogo(FileStore files) {
        this.files = files;
    }

    private record Key(TenantId tenant, UUID picture) {}

    /** As a {@code data:} address; empty for the platform, and for an organization without one. */
    Optional<String> current() {
        var tenant = Tenancy.current().orElse(null);
        if (tenant == null || tenant.branding().logo() == null) return Optional.empty();
        return forPaper(tenant.branding().logo());
    }

    @Override
    public Optional<String> forPaper(UUID file) {
        return drawn.get(new Key(Tenancy.require().id(), file), each -> read(each.picture()));
    }

    /** A ticket without a logo, or a letter without a signature, is better than none. */
    private Optional<String> read(UUID id) {
        try (var content = files.open(id)) {
            var out = new ByteArrayOutputStream();
            ImageIO.write(small(drawn(content)), "png", out);
            return Optional.of("data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray()));
        } catch (IOException | RuntimeException e) {
            log.warn("the picture {} cannot be drawn on documents", id, e);
            return Optional.empty();
        }
    }

    /** Leaves dots out while it reads: a small file may be a picture of a hundred million. */
    static BufferedImage drawn(InputStream content) throws IOException {
        try (var input = ImageIO.createImageInputStream(content)) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) throw new IOException("not a picture");
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                var step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / LARGEST);
                var reading = reader.getDefaultReadParam();
                reading.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, reading);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage small(BufferedImage image) {
        var scale = Math.min(1, Math.min((double) WIDTH / image.getWidth(), (double) HEIGHT / image.getHeight()));
        var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var canvas = small.createGraphics();
        canvas.drawImage(image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        canvas.dispose();
        return small;
    }
}
