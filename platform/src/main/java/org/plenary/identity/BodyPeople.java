package org.plenary.identity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Choice;

/**
 * The roles that come with a seat in a body of a conference of the bound organization. What a body is, and who sits in it, is the
 * business of who calls; all changes are part of the caller's transaction, and count from the next request on.
 */
public interface BodyPeople {
    /** @param conference slug, @param role its code, @param until the last day; null for no end */
    record Seat(
            UUID id,
            String conference,
            String role,
            @Nullable LocalDate until) {}

    /** Somebody who works for a conference. */
    record Someone(UUID account, String name, String email) {}

    /** How it stands with the role of a seat. */
    enum Standing {
        HOLDS,
        OVER,
        ASKED
    }

    /** The roles that the current caller may give in the conference that the request is about. */
    List<Choice> roles(Locale locale);

    /** What a role is called; the code itself when there is none of it. */
    String name(String role, Locale locale);

    /** Adds at {@code /role} what speaks against the current caller giving it there. */
    void check(Violations found, String conference, String role);

    /** Who works for this conference, or for all, by name. */
    List<Someone> staff(UUID conference);

    /**
     * Gives the seat's role: at once to somebody who works for the conference already, and by an invitation to everybody else.
     *
     * @return the account of who has it now; empty when they were asked
     * @throws org.plenary.kernel.Problem.InvalidInput at {@code /name}, {@code /email} or {@code /role}
     * @throws org.plenary.kernel.Problem.Conflict {@code plan_limit} when there is no place for one more
     */
    Optional<UUID> seat(Seat seat, UUID conference, String name, String email, Locale language);

    /** Another role in these seats. */
    void change(Collection<UUID> seats, String role);

    /** Another last day. */
    void move(UUID seat, @Nullable LocalDate until);

    /** The roles of these seats end; what people have otherwise stays. Who has no role left works no more for the organization. */
    void unseat(Collection<UUID> seats);

    /** The seats whose roles somebody has. */
    Set<UUID> seatsOf(UUID account);

    /** Of those seats with which a role was given or offered. */
    Map<UUID, Standing> of(Collection<UUID> seats);
}
