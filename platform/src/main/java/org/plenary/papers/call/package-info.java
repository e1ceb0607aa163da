/** The call for papers: tracks, deadline, blinding. */
@NullMarked
package org.plenary.papers.call;

import org.jspecify.annotations.NullMarked;
