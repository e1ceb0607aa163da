package org.plenary.identity;

import java.util.UUID;
import org.plenary.tenancy.PlatformEvent;

/** Somebody asked for a link to set a new password; whether there is such an account is not known yet. */
public record PasswordResetAsked(UUID request) implements PlatformEvent {}
