package org.plenary.admin;

import java.util.UUID;
import org.plenary.tenancy.PlatformEvent;

/** The owner's address is known to be theirs and the tenant is registered: its place can be made. */
public record SignupVerified(UUID signup) implements PlatformEvent {}
