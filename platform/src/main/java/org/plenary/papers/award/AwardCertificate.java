package org.plenary.papers.award;

import java.time.Instant;
import java.util.UUID;
import org.plenary.kernel.LocalizedText;

/**
 * Says that a paper won. It says for ever what it said when it was issued.
 *
 * @param code by which anybody can ask whether it is genuine
 * @param authors all of them, in order
 * @param student the one among them for whom the paper was nominated; empty for none
 * @param isAccepted whether the paper is still in the conference
 */
record AwardCertificate(
        UUID id,
        UUID conference,
        UUID award,
        UUID paper,
        String number,
        String code,
        LocalizedText awardName,
        String title,
        String authors,
        String student,
        Instant issuedAt,
        boolean isAccepted) {
    /** The last part of the key of the word for how it stands; templates call it. */
    public String standing() {
        return isAccepted ? "stands" : "withdrawn";
    }
}
