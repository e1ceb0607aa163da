package org.plenary.identity;

import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * People from outside whom the bound tenant lets in for one thing. They have an account like everybody, and one right, {@link
 * Permission#LODGING_HOTEL}; what it opens to whom is the business of who lets them in.
 */
public interface OutsidePeople {
    /**
     * Lets somebody in. Repeats safely.
     *
     * @return their account
     * @throws org.plenary.kernel.Problem.InvalidInput at {@code /name} or {@code /email}, also when they belong to the staff
     */
    UUID admit(String name, String email);

    /** A link to set a password by, which ends the one made before; empty for somebody who has a password. */
    Optional<URI> passwordLink(UUID account);

    /**
     * The account of somebody who is let in by something else than a role, made where there is none; they may nothing by it. Repeats
     * safely.
     *
     * @throws org.plenary.kernel.Problem.InvalidInput at {@code /name} or {@code /email}
     */
    UUID account(String name, String email);

    /** All confirmed addresses of these accounts, in lower case. */
    Map<UUID, Set<String>> addresses(Collection<UUID> accounts);

    /** From the next request on they may nothing any more. Staff stay what they are. */
    void dismiss(UUID account);
}
