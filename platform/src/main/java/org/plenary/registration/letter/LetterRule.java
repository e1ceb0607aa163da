package org.plenary.registration.letter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/**
 * How a conference gives letters.
 *
 * @param checked whether staff look at each request for an invitation before it is issued
 * @param signer who signs; blank for nobody by name
 * @param signerPost of whoever signs
 * @param signature the picture of one
 * @param version 0 before it was saved for the first time
 */
record LetterRule(
        boolean checked,
        String signer,
        LocalizedText signerPost,
        @Nullable UUID signature,
        long version) {
    /** An invitation opens borders: unless the organizers say otherwise somebody looks at who asks for one. */
    static final LetterRule FIRST = new LetterRule(true, "", LocalizedText.of(""), null, 0);
}
