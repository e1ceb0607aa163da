/** Measures the platform from outside, on this machine alone: see README.md beside the POM. */
@NullMarked
package org.plenary.bench;

import org.jspecify.annotations.NullMarked;
