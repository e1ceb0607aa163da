/** Starts the platform with everything it needs, for trying it out and for tests; not in the production jar. */
@NullMarked
package org.plenary.dev;

import org.jspecify.annotations.NullMarked;
