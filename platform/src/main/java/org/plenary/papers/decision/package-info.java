/** Decisions: how they are prepared, kept back and announced, and the letters that authors get. */
@NullMarked
package org.plenary.papers.decision;

import org.jspecify.annotations.NullMarked;
