/** Real services for development and tests, started by the process that wants them and stopped with it. */
@NullMarked
package org.plenary.embedded;

import org.jspecify.annotations.NullMarked;
