package org.plenary.registration.order;

import org.plenary.kernel.web.Posted;
import org.plenary.payments.PostalAddress;

/** The inputs of a page for who orders, and for what documents say of them. */
public final class BillingForm {
    private BillingForm() {}

    public static Contact contact(Posted posted) {
        return new Contact(
                posted.get("contact.name").strip(),
                posted.get("contact.email").strip(),
                posted.get("contact.country"),
                posted.text("contact.vat_id"),
                posted.text("contact.organization"),
                PostalAddress.of(
                        posted.text("contact.address.street"),
                        posted.text("contact.address.postal_code"),
                        posted.text("contact.address.city"),
                        posted.text("contact.address.region")),
                posted.text("contact.purchase_order"));
    }

    static Posted of(Contact contact) {
        var form = Posted.empty()
                .set("contact.organization", contact.organization())
                .set("contact.purchase_order", contact.purchaseOrder());
        var address = contact.address();
        if (address == null) return form;
        return form.set("contact.address.street", address.street())
                .set("contact.address.postal_code", address.postalCode())
                .set("contact.address.city", address.city())
                .set("contact.address.region", address.region());
    }
}
