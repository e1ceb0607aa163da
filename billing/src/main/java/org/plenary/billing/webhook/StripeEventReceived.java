package org.plenary.billing.webhook;

import org.plenary.tenancy.PlatformEvent;

/** A signed event of Stripe was put into the inbox. */
public record StripeEventReceived(String endpoint, String id) implements PlatformEvent {}
