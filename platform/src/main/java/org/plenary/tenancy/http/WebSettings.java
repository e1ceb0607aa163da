package org.plenary.tenancy.http;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param baseUrl of the platform host; a tenant's host is its slug before this host. A trailing slash is not wanted
 */
@ConfigurationProperties("plenary")
record WebSettings(@DefaultValue("http://localhost:8080") URI baseUrl) {}
