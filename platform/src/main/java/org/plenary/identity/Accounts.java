package org.plenary.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.TenantId;

/** The login accounts of people: one per person on the whole platform. */
public interface Accounts {
    /** Adds a violation at the pointer for a password that is too short, too long or too common. */
    void checkPassword(Violations violations, String pointer, String password);

    /** Hashes a password, slowly; the result goes to {@link #createOwner}. */
    String hashPassword(String password);

    /**
     * The account of this verified address: a new one, or the one that exists already, whose password then stays as it is
     * unless its address was never verified before. Repeats safely.
     */
    UUID createOwner(String name, String email, String passwordHash);

    /** The same, for somebody who runs the platform. */
    UUID createOperator(String name, String email, String passwordHash);

    /** Makes the account a member of the bound tenant with the role OWNER. Repeats safely. */
    void grantOwner(UUID account);

    /** Somebody to write to. */
    record Contact(UUID account, String name, String email) {}

    /** The owners of the bound tenant. */
    List<Contact> owners();

    /** The people of the bound tenant who may do this by their roles for the whole organization; at most 200. */
    List<Contact> staff(Permission permission);

    /** Those who may do this in one conference, by whatever role; at most 200. */
    List<Contact> staff(Permission permission, UUID conference);

    /**
     * Removes the accounts of people who belong to this tenant and to no other, and are no operators. For a tenant that is
     * being erased, in the caller's transaction.
     */
    void forgetMembersOf(TenantId tenant);

    /**
     * Gives all people of the bound tenant their accounts again: its data came from a backup, and those who belonged to it alone may
     * have been forgotten since. Such an account is good for this tenant alone until its owner has set a password by mail. In the
     * caller's transaction.
     */
    void rejoinMembers();

    /**
     * Signs the browser behind this request in on the platform host. Not when the account has a second factor: its owner then
     * signs in as always.
     */
    void signIn(UUID account, HttpServletRequest request, HttpServletResponse response);
}
