/** Revisions: papers that their authors are asked to revise before it is decided, what they hand in, and who looks at it again. */
@NullMarked
package org.plenary.papers.revision;

import org.jspecify.annotations.NullMarked;
