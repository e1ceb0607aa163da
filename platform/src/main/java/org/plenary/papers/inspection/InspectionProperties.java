package org.plenary.papers.inspection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What looking into one PDF may take.
 *
 * @param time until its process is killed
 * @param megabytes of memory that its virtual machine has for objects; the process takes about a hundred more
 */
@ConfigurationProperties("plenary.papers.inspection")
record InspectionProperties(
        @DefaultValue("30s") Duration time,
        @DefaultValue("256") int megabytes) {
    InspectionProperties {
        if (time.compareTo(Duration.ofSeconds(1)) < 0) throw new IllegalArgumentException("at least a second");
        if (megabytes < 64) throw new IllegalArgumentException("at least 64 megabytes");
    }
}
