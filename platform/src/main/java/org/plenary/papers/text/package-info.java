/** What stands in papers' files, kept so that papers are found by it. Only whoever may read all papers may be answered by it. */
@NullMarked
package org.plenary.papers.text;

import org.jspecify.annotations.NullMarked;
