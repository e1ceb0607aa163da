/** Papers for other programs: tables, BibTeX and JATS. */
@NullMarked
package org.plenary.papers.exporting;

import org.jspecify.annotations.NullMarked;
