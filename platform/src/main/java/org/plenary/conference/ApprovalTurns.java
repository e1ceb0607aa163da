package org.plenary.conference;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.LocalizedText;

/** Whose turn it is with the applications of the bound tenant. */
public interface ApprovalTurns {
    /**
     * @param addresses of those who may do it, in lower case; none where the office has nobody here
     * @param title what is to be done, as the rules call it
     */
    record Turn(ConferenceView conference, List<String> addresses, LocalizedText title) {}

    /** Empty when the application has gone on since. @param version as {@link ApprovalAwaited} has it */
    Optional<Turn> now(UUID conference, long version);
}
