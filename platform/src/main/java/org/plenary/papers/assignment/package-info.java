/** Assigns reviewers to papers. Knows no database and no pages: it is given all it needs and returns what it found. */
@NullMarked
package org.plenary.papers.assignment;

import org.jspecify.annotations.NullMarked;
