/** Finding papers: what the index is told, results that are checked again, pages and numbers. */
@NullMarked
package org.plenary.papers.finding;

import org.jspecify.annotations.NullMarked;
