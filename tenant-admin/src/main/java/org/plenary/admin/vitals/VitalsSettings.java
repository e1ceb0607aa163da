package org.plenary.admin.vitals;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param measureEvery how old the figures are that operators see in lists */
@ConfigurationProperties("plenary.vitals")
record VitalsSettings(@DefaultValue("5m") Duration measureEvery) {}
