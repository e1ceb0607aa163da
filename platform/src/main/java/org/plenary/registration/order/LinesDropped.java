package org.plenary.registration.order;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Something that does not take place was taken out of an order before it was paid. @param why for the buyer */
record LinesDropped(TenantId tenant, UUID order, String why) implements TenantEvent {}
