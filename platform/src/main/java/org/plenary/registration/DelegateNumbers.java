package org.plenary.registration;

import java.util.List;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.LocalizedText;

/** How many confirmed delegates a conference has, by what is known of them. */
public interface DelegateNumbers {
    Numbers of(ConferenceView conference);

    /**
     * @param domestic those at home where the conference is: by nationality where a form asks it, else by country
     * @param countries by ISO code, the most first and those alike by their English names
     * @param categories of fees, in the order of these; none when no fee has one
     * @param fees in the organizer's order, those that nobody has included
     * @param rights how many delegates have each right that fees give; none when all fees give all
     * @param questions the choices of every form that delegates answered
     */
    record Numbers(
            int domestic,
            int foreign,
            List<Count> countries,
            List<Count> categories,
            List<Count> fees,
            List<Count> rights,
            List<Question> questions) {}

    /** @param name the code itself for a country */
    record Count(String key, LocalizedText name, int delegates) {}

    record Question(String key, LocalizedText label, List<Count> answers) {}
}
