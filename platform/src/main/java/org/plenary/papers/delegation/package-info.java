/** Sub-reviewing: a reviewer asks somebody to write a review for them, and answers for it. */
@NullMarked
package org.plenary.papers.delegation;

import org.jspecify.annotations.NullMarked;
