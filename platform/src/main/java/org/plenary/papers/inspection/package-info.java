/** Looks into the PDFs that authors hand in, tells them what is to be mended, and makes the copies that reviewers get where they must not know the authors. */
@NullMarked
package org.plenary.papers.inspection;

import org.jspecify.annotations.NullMarked;
