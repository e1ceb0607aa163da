/** The time by which jobs are run. */
@NullMarked
package org.plenary.kernel.jobs;

import org.jspecify.annotations.NullMarked;
