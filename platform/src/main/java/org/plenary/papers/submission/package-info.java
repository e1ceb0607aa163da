/** Papers and what authors and staff do with them: submit, change, withdraw, decide. */
@NullMarked
package org.plenary.papers.submission;

import org.jspecify.annotations.NullMarked;
