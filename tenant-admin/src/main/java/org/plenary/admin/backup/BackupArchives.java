package org.plenary.admin.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.UUID;
import org.plenary.identity.SealedSecrets;
import org.plenary.kernel.Json;
import org.plenary.tenancy.TenantId;
import org.springframework.stereotype.Component;

/** The archives on disk: what one says of itself as JSON, then everything sealed with a key of its own. */
@Component
class BackupArchives {
    private static final byte[] MAGIC = "PLENARY BACKUP 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final String PURPOSE = "backup";
    private static final int LONGEST_HEADER = 1024 * 1024;

    private final BackupSettings settings;
    private final SealedSecrets secrets;
    private final Json json;
    private final SecureRandom random = new SecureRandom();

    BackupArchives(BackupSettings settings, SealedSecrets secrets, Json json) {
        this.settings = settings;
        this.secrets = secrets;
        this.json = json;
    }

    @FunctionalInterface
    interface Filling {
        void into(OutputStream out) throws IOException;
    }

    /** @param sealedKey without it nobody reads the archive */
    record Written(long bytes, String sealedKey) {}

    /** It is there when it is whole; what an earlier try has left is overwritten. */
    Written write(Backup.Header header, Filling filling) throws IOException {
        var place = place(new TenantId(header.tenant()), header.backup());
        var part = place.resolveSibling(place.getFileName() + ".part");
        Files.createDirectories(place.getParent());
        var key = new byte[Sealed.KEY_BYTES];
        random.nextBytes(key);
        var text = json.write(header).getBytes(StandardCharsets.UTF_8);
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            out.write(MAGIC);
            out.writeInt(text.length);
            out.write(text);
            try (var sealed = new SealedOutput(out, new Sealed(key, text))) {
                filling.into(sealed);
            }
        }
        Files.move(part, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return new Written(Files.size(place), secrets.seal(PURPOSE, header.backup(), key));
    }

    record Opened(Backup.Header header, InputStream content) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            content.close();
        }
    }

    /** @throws IOException also when it is another one, or damaged */
    Opened open(Backup backup) throws IOException {
        var in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(place(backup.tenant(), backup.id()))));
        try {
            if (!java.util.Arrays.equals(in.readNBytes(MAGIC.length), MAGIC))
                throw new IOException("this is no backup that we know");
            var length = in.readInt();
            if (length < 0 || length > LONGEST_HEADER) throw new IOException("the backup is damaged");
            var text = new byte[length];
            in.readFully(text);
            var header = json.read(new String(text, StandardCharsets.UTF_8), Backup.Header.class);
            if (!header.backup().equals(backup.id())
                    || !header.tenant().equals(backup.tenant().value()))
                throw new IOException("this is the backup of another organization");
            var key = secrets.open(PURPOSE, backup.id(), backup.sealedKey());
            return new Opened(header, new SealedInput(in, new Sealed(key, text)));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    void delete(TenantId tenant, UUID backup) {
        var place = place(tenant, backup);
        try {
            Files.deleteIfExists(place);
            Files.deleteIfExists(place.resolveSibling(place.getFileName() + ".part"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place(TenantId tenant, UUID backup) {
        return settings.folder().resolve(tenant.toString()).resolve(backup + ".backup");
    }
}
