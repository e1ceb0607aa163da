package org.plenary.dev;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What is there only when the application started its own services. */
@Configuration(proxyBeanMethods = false)
@Import({DevMailApi.class, DevServicesApi.class, DemoConfiguration.class})
public class DevConfiguration {}
