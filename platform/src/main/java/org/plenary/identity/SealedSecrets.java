package org.plenary.identity;

import java.util.UUID;

/** Keeps secrets that are needed again as they are, so that whoever reads their table alone has nothing. */
public interface SealedSecrets {
    /** @param owner for whom alone it can be opened again */
    String seal(String purpose, UUID owner, byte[] secret);

    /** @throws IllegalStateException when it was sealed for something or somebody else, or was changed since */
    byte[] open(String purpose, UUID owner, String text);
}
