package org.plenary.admin;

import java.util.UUID;
import org.plenary.tenancy.PlatformEvent;

/**
 * An organization has begun to sign up, or asks for the code once more: it is to be mailed.
 *
 * @param number how many codes have been asked for, this one included
 */
public record VerificationCodeAsked(UUID signup, int number) implements PlatformEvent {}
