package org.plenary.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.multipart.MultipartFile;

/**
 * PORT: keeps the files of the bound tenant: what people send (papers, answers, agreements, pictures, logos), and the copies
 * of their own data that they ask for. What a plan must never stop takes no part in its storage, for it is not kept here: tickets,
 * badges and invoices are drawn when they are asked for or lie in tables, and archives and backups of the whole organization are kept
 * by {@link TenantFiles} and the backups.
 */
public interface FileStore {
    /**
     * Keeps a file. One that does not fit into the storage of the plan is refused and leaves nothing behind, unless its rule
     * has it kept always.
     *
     * @param pointer where a violation points to
     * @throws org.plenary.kernel.Problem.InvalidInput when it is too large, empty, or not what its name says;
     *     {@code storage_full} when the plan has no room for it
     */
    StoredFile keep(FileRule rule, String pointer, String name, InputStream content);

    /** As above, of a form or a request; under the name that its sender's device gave it. */
    StoredFile keep(FileRule rule, String pointer, MultipartFile sent) throws IOException;

    Optional<StoredFile> find(UUID id);

    /** @throws org.plenary.kernel.Problem.NotFound when this tenant has no such file */
    InputStream open(UUID id);

    void delete(UUID id);

    /** From now on everybody may see the file who knows its address. */
    void share(UUID id);

    /** The file, when it was shared. */
    Optional<StoredFile> shared(UUID id);

    /** Bytes kept for the bound tenant, of which its plan allows so many. */
    long usage();

    /**
     * A secret that names this file in a later request of the same sender, for two days. A file whose token was made and
     * never used in that time is deleted.
     */
    String token(UUID file);

    /**
     * The file that the token names, when it is a token of the bound tenant and has not run out; the file is kept from then
     * on, when the caller's transaction commits. In a transaction that only reads nothing is written.
     */
    Optional<StoredFile> byToken(String token);
}
