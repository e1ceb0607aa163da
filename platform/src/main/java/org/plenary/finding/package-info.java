/** The box in the head of organizers' pages: finds everything that whoever asks may see, and the page of all that was found. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "identity", "conference", "fulltext"})
package org.plenary.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
