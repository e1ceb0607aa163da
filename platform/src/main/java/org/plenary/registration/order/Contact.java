package org.plenary.registration.order;

import org.jspecify.annotations.Nullable;
import org.plenary.kernel.VatIds;
import org.plenary.kernel.Violations;
import org.plenary.payments.PostalAddress;

/**
 * Who ordered, gets the mails and is billed; the country is ISO 3166-1 alpha-2.
 *
 * @param vatId of a business; null for everybody else
 * @param organization that documents are made out to; a group's is named with the group
 * @param address that documents say; null when it was not given
 * @param purchaseOrder the number of this purchase in the books of who pays it
 */
public record Contact(
        String name,
        String email,
        String country,
        @Nullable String vatId,
        @Nullable String organization,
        @Nullable PostalAddress address,
        @Nullable String purchaseOrder) {
    private static final int MAXIMUM_NAME = 200;
    private static final int MAXIMUM_NUMBER = 100;

    public Contact {
        organization = stripped(organization);
        purchaseOrder = stripped(purchaseOrder);
        if (address != null && address.saysNothing()) address = null;
    }

    public Contact(String name, String email, String country) {
        this(name, email, country, null);
    }

    public Contact(String name, String email, String country, @Nullable String vatId) {
        this(name, email, country, vatId, null, null, null);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    void check(Violations found) {
        found.text("/contact/name", name, MAXIMUM_NAME);
        found.email("/contact/email", email);
        found.country("/contact/country", country);
        if (isBusiness())
            found.check(
                    VatIds.isWellFormed(country, vatId),
                    "/contact/vat_id",
                    "vat_id",
                    "This is not a VAT number of this country.");
        checkBilling("/contact", found);
    }

    /** What documents say besides the name; what the way to pay requires of it is checked there. */
    void checkBilling(String pointer, Violations found) {
        found.optionalText(pointer + "/organization", organization, MAXIMUM_NAME);
        found.optionalText(pointer + "/purchase_order", purchaseOrder, MAXIMUM_NUMBER);
        if (address != null) address.check(pointer + "/address", found);
    }

    /** That invoices which are paid later can be made out to it. */
    void checkBillable(String pointer, boolean isGroup, Violations found) {
        if (!isGroup) found.text(pointer + "/organization", organization, MAXIMUM_NAME);
        PostalAddress.require(address, pointer + "/address", found);
    }

    /** As {@link #checkBillable}. @param isGroup whether it is a group's that has a name */
    boolean isBillable(boolean isGroup) {
        var found = new Violations();
        checkBillable("", isGroup, found);
        return found.isEmpty();
    }

    boolean isBusiness() {
        return vatId != null && !vatId.isBlank();
    }

    /** The same person, with this on the documents if it says anything that they name. */
    public Contact unlessBilledTo(@Nullable Contact said) {
        if (said == null || said.organization == null && said.address == null && said.purchaseOrder == null)
            return this;
        return billedTo(said);
    }

    /** The same person with this on the documents. */
    public Contact billedTo(Contact said) {
        return new Contact(name, email, country, vatId, said.organization, said.address, said.purchaseOrder);
    }
}
