/** Hotel blocks: hotels, room types, nights, what is picked up, and who sleeps where. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "conference",
            "communication",
            "registration",
            "fulltext"
        })
package org.plenary.lodging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
