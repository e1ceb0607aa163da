/** The rule that each accepted paper needs an author who comes (CFP-13), and who the author is. */
@NullMarked
package org.plenary.papers.presenter;

import org.jspecify.annotations.NullMarked;
