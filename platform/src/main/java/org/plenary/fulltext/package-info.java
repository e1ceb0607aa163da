/** PORTS for finding things by their words: what can be found is told by sources and kinds, how is behind it in search. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "identity"})
package org.plenary.fulltext;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
