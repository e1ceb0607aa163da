package org.plenary.tenancy.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param patience how long a request's head may take, and how long its body may keep us waiting beside a second for each kilobyte
 */
@ConfigurationProperties("plenary.clients")
record ClientSettings(@DefaultValue("30s") Duration patience) {}
