/** Which papers reviewers would like to read. */
@NullMarked
package org.plenary.papers.bidding;

import org.jspecify.annotations.NullMarked;
