package org.plenary.communication.sender;

import org.jspecify.annotations.Nullable;

/**
 * How a mail is signed.
 *
 * @param name in front of the platform's address
 * @param replyTo where answers go; null leaves them to the platform's address
 * @param footer plain text of several lines; empty for none
 */
public record MailLook(String name, @Nullable String replyTo, String footer) {}
