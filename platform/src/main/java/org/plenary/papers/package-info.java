/** Calls for papers, submissions, reviews, decisions and what becomes of accepted papers. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "files",
            "conference",
            "forms",
            "communication",
            "registration",
            "fulltext"
        })
package org.plenary.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
