package org.plenary.communication.sender;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are sent; the server itself is {@code spring.mail.*}.
 *
 * @param from the address alone; the name in front of it is the tenant's
 */
@ConfigurationProperties("plenary.mail")
public record MailProperties(
        @DefaultValue("no-reply@plenary.localhost") String from) {}
