/** Papers given to reviewers, what they write, what is said about it, and what the authors answer. */
@NullMarked
package org.plenary.papers.review;

import org.jspecify.annotations.NullMarked;
