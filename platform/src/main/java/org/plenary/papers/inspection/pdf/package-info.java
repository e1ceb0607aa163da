/**
 * Looks into a PDF of a stranger, in a process of its own: nothing here runs inside the application, and nothing here knows of it. Reading
 * a hostile PDF may take all memory and never end; the process then is ended by {@code org.plenary.papers.inspection}.
 */
@NullMarked
package org.plenary.papers.inspection.pdf;

import org.jspecify.annotations.NullMarked;
