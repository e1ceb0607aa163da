/** Awards (CFP-11): what is awarded, who is nominated, how the jury ranks, and when everybody learns who won. */
@NullMarked
package org.plenary.papers.award;

import org.jspecify.annotations.NullMarked;
