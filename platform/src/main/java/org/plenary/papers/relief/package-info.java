/** Late and missing reviews, and the reviewers who step in for others. */
@NullMarked
package org.plenary.papers.relief;

import org.jspecify.annotations.NullMarked;
