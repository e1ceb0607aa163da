package org.plenary.identity;

import java.util.UUID;
import org.plenary.tenancy.PlatformEvent;

/** An account has another address now; whoever reads the mail of the old one is told and can have it back. */
public record EmailChanged(UUID change) implements PlatformEvent {}
