/**
 * Finds papers whose text is in another paper too, in this conference or a past one of the organization, and shows the chairs both side by
 * side. What is kept of a text are fingerprints.
 */
@NullMarked
package org.plenary.papers.likeness;

import org.jspecify.annotations.NullMarked;
