package org.plenary.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantId;

/** PORT: a tenant's files as a whole, for taking them elsewhere and for erasing them. */
public interface TenantFiles {
    /** Writes the content of an archive. */
    @FunctionalInterface
    interface Filling {
        void into(OutputStream out) throws IOException;
    }

    /** The bound tenant's files by rising id, at most {@code limit} after the given one. */
    List<StoredFile> after(@Nullable UUID id, int limit);

    /**
     * Keeps the one archive of the bound tenant, which takes the place of an earlier one once it is complete.
     *
     * @return its size in bytes
     */
    long keepArchive(Filling filling);

    /** The size in bytes of the bound tenant's archive. */
    OptionalLong archiveSize();

    Optional<InputStream> openArchive();

    void deleteArchive();

    /**
     * Puts back the content of a file whose row comes back too.
     *
     * @return the SHA-256 of the content, in hexadecimal
     */
    String putBack(TenantId tenant, UUID id, InputStream content);

    /** Erases everything that is kept for a tenant, the archive too; for one that is gone already. Repeats safely. */
    void erase(TenantId tenant);
}
