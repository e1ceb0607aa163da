/** PORT for finding things by their words: what can be found is told by sources, how is behind it in search. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
package org.plenary.fulltext;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
