package org.plenary.billing.connect;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.Tenancy;

/**
 * Something on an organization's account says that it is another organization's. Nothing is done with it; the event that told of it stays
 * on the operator's page with this as its reason.
 */
public final class ForeignTenant extends RuntimeException {
    private ForeignTenant(String object) {
        super(object + " is on the account of another organization than it names");
    }

    /** @param metadata of the object; what names nobody was not made by us, and is looked for elsewhere */
    public static void refuse(String object, @Nullable Map<String, String> metadata) {
        refuse(object, metadata == null ? null : metadata.get("tenant"));
    }

    public static void refuse(String object, @Nullable String tenant) {
        if (tenant != null && !Tenancy.require().id().toString().equals(tenant)) throw new ForeignTenant(object);
    }
}
