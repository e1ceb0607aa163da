package org.plenary.registration.order;

import java.util.Locale;
import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** The buyer of an order is to be reminded of a part of it, or has more time for it. */
record DueTold(TenantId tenant, UUID order, int position, Kind kind) implements TenantEvent {
    enum Kind {
        /** Will be due. */
        SOON,
        OVERDUE,
        /** Is overdue for long. */
        LAST,
        /** Is due on another day. */
        MOVED;

        /** The name in the database and in texts. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
