package org.plenary.identity;

import java.net.URI;
import java.util.Optional;
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

    /** From the next request on they may nothing any more. Staff stay what they are. */
    void dismiss(UUID account);
}
