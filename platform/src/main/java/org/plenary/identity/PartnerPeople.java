package org.plenary.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Choice;

/**
 * People of partner organizations, who work for one conference of the bound organization until a day. What a partner is, and that
 * there is one, is the business of who calls; all changes are part of the caller's transaction.
 */
public interface PartnerPeople {
    /** @param conference slug, @param until the last day of all its people */
    record Engagement(UUID partner, String conference, LocalDate until) {}

    /** @param id of the person, or of the invitation of one who is {@code asked} and has not answered, @param role its name */
    record Someone(UUID id, String name, String email, String role, boolean asked) {}

    /** The roles that the current caller may give in the conference that the request is about. */
    List<Choice> roles(Locale locale);

    /** Those who work, then those who were asked. */
    List<Someone> of(UUID partner, Locale locale);

    /**
     * Asks somebody by mail.
     *
     * @throws org.plenary.kernel.Problem.InvalidInput at {@code /name}, {@code /email} or {@code /role}
     */
    void invite(
            Engagement engagement,
            @Nullable String name,
            @Nullable String email,
            @Nullable String role,
            Locale language);

    /** Another last day for all. */
    void move(UUID partner, LocalDate until);

    /** From the next request on. @throws org.plenary.kernel.Problem.NotFound when it is nobody of this partner */
    void dismiss(UUID partner, UUID someone);

    /** All of them at once, from the next request on; roles that they have otherwise stay. */
    void dismissAll(UUID partner);
}
